
import * as antlr from "antlr4ng";
import { Token } from "antlr4ng";

// for running tests with parameters, TODO: discuss strategy for typed parameters in CI
// eslint-disable-next-line no-unused-vars
type int = number;


export class PipelineParser extends antlr.Parser {
    public static readonly LPAREN = 1;
    public static readonly RPAREN = 2;
    public static readonly LBRACE = 3;
    public static readonly RBRACE = 4;
    public static readonly LBRACKET = 5;
    public static readonly RBRACKET = 6;
    public static readonly COMMA = 7;
    public static readonly EQUALS = 8;
    public static readonly STRING = 9;
    public static readonly UNTERMINATED = 10;
    public static readonly WS = 11;
    public static readonly NAME = 12;
    public static readonly RULE_pipeline = 0;
    public static readonly RULE_elements = 1;
    public static readonly RULE_element = 2;
    public static readonly RULE_nested = 3;
    public static readonly RULE_options = 4;
    public static readonly RULE_option = 5;
    public static readonly RULE_valuePart = 6;
    public static readonly RULE_braces = 7;
    public static readonly RULE_brackets = 8;
    public static readonly RULE_parens = 9;
    public static readonly RULE_grouped = 10;

    public static readonly literalNames = [
        null, "'('", "')'", "'{'", "'}'", "'['", "']'", "','", "'='"
    ];

    public static readonly symbolicNames = [
        null, "LPAREN", "RPAREN", "LBRACE", "RBRACE", "LBRACKET", "RBRACKET", 
        "COMMA", "EQUALS", "STRING", "UNTERMINATED", "WS", "NAME"
    ];
    public static readonly ruleNames = [
        "pipeline", "elements", "element", "nested", "options", "option", 
        "valuePart", "braces", "brackets", "parens", "grouped",
    ];

    public get grammarFileName(): string { return "Pipeline.g4"; }
    public get literalNames(): (string | null)[] { return PipelineParser.literalNames; }
    public get symbolicNames(): (string | null)[] { return PipelineParser.symbolicNames; }
    public get ruleNames(): string[] { return PipelineParser.ruleNames; }
    public get serializedATN(): number[] { return PipelineParser._serializedATN; }

    protected createFailedPredicateException(predicate?: string, message?: string): antlr.FailedPredicateException {
        return new antlr.FailedPredicateException(this, predicate, message);
    }

    public constructor(input: antlr.TokenStream) {
        super(input);
        this.interpreter = new antlr.ParserATNSimulator(this, PipelineParser._ATN, PipelineParser.decisionsToDFA, new antlr.PredictionContextCache());
    }
    public pipeline(): PipelineContext {
        let localContext = new PipelineContext(this.context, this.state);
        this.enterRule(localContext, 0, PipelineParser.RULE_pipeline);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 22;
            this.elements();
            this.state = 23;
            this.match(PipelineParser.EOF);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public elements(): ElementsContext {
        let localContext = new ElementsContext(this.context, this.state);
        this.enterRule(localContext, 2, PipelineParser.RULE_elements);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 26;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 11) {
                {
                this.state = 25;
                this.match(PipelineParser.WS);
                }
            }

            this.state = 39;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 12) {
                {
                this.state = 28;
                this.element();
                this.state = 36;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 7) {
                    {
                    {
                    this.state = 29;
                    this.match(PipelineParser.COMMA);
                    this.state = 31;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    if (_la === 11) {
                        {
                        this.state = 30;
                        this.match(PipelineParser.WS);
                        }
                    }

                    this.state = 33;
                    this.element();
                    }
                    }
                    this.state = 38;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public element(): ElementContext {
        let localContext = new ElementContext(this.context, this.state);
        this.enterRule(localContext, 4, PipelineParser.RULE_element);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 41;
            this.match(PipelineParser.NAME);
            this.state = 43;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 11) {
                {
                this.state = 42;
                this.match(PipelineParser.WS);
                }
            }

            this.state = 52;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 1 || _la === 3) {
                {
                this.state = 47;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case PipelineParser.LPAREN:
                    {
                    this.state = 45;
                    this.nested();
                    }
                    break;
                case PipelineParser.LBRACE:
                    {
                    this.state = 46;
                    this.options();
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                this.state = 50;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 11) {
                    {
                    this.state = 49;
                    this.match(PipelineParser.WS);
                    }
                }

                }
            }

            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public nested(): NestedContext {
        let localContext = new NestedContext(this.context, this.state);
        this.enterRule(localContext, 6, PipelineParser.RULE_nested);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 54;
            this.match(PipelineParser.LPAREN);
            this.state = 55;
            this.elements();
            this.state = 56;
            this.match(PipelineParser.RPAREN);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public options(): OptionsContext {
        let localContext = new OptionsContext(this.context, this.state);
        this.enterRule(localContext, 8, PipelineParser.RULE_options);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 58;
            this.match(PipelineParser.LBRACE);
            this.state = 60;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 11) {
                {
                this.state = 59;
                this.match(PipelineParser.WS);
                }
            }

            this.state = 68;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 12) {
                {
                {
                this.state = 62;
                this.option();
                this.state = 64;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 11) {
                    {
                    this.state = 63;
                    this.match(PipelineParser.WS);
                    }
                }

                }
                }
                this.state = 70;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 71;
            this.match(PipelineParser.RBRACE);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public option(): OptionContext {
        let localContext = new OptionContext(this.context, this.state);
        this.enterRule(localContext, 10, PipelineParser.RULE_option);
        let _la: number;
        try {
            let alternative: number;
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 73;
            this.match(PipelineParser.NAME);
            this.state = 81;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 8) {
                {
                this.state = 74;
                this.match(PipelineParser.EQUALS);
                this.state = 78;
                this.errorHandler.sync(this);
                alternative = this.interpreter.adaptivePredict(this.tokenStream, 11, this.context);
                while (alternative !== 2 && alternative !== antlr.ATN.INVALID_ALT_NUMBER) {
                    if (alternative === 1) {
                        {
                        {
                        this.state = 75;
                        this.valuePart();
                        }
                        }
                    }
                    this.state = 80;
                    this.errorHandler.sync(this);
                    alternative = this.interpreter.adaptivePredict(this.tokenStream, 11, this.context);
                }
                }
            }

            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public valuePart(): ValuePartContext {
        let localContext = new ValuePartContext(this.context, this.state);
        this.enterRule(localContext, 12, PipelineParser.RULE_valuePart);
        try {
            this.state = 90;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case PipelineParser.NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 83;
                this.match(PipelineParser.NAME);
                }
                break;
            case PipelineParser.EQUALS:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 84;
                this.match(PipelineParser.EQUALS);
                }
                break;
            case PipelineParser.COMMA:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 85;
                this.match(PipelineParser.COMMA);
                }
                break;
            case PipelineParser.STRING:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 86;
                this.match(PipelineParser.STRING);
                }
                break;
            case PipelineParser.LBRACE:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 87;
                this.braces();
                }
                break;
            case PipelineParser.LBRACKET:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 88;
                this.brackets();
                }
                break;
            case PipelineParser.LPAREN:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 89;
                this.parens();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public braces(): BracesContext {
        let localContext = new BracesContext(this.context, this.state);
        this.enterRule(localContext, 14, PipelineParser.RULE_braces);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 92;
            this.match(PipelineParser.LBRACE);
            this.state = 96;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while ((((_la) & ~0x1F) === 0 && ((1 << _la) & 7082) !== 0)) {
                {
                {
                this.state = 93;
                this.grouped();
                }
                }
                this.state = 98;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 99;
            this.match(PipelineParser.RBRACE);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public brackets(): BracketsContext {
        let localContext = new BracketsContext(this.context, this.state);
        this.enterRule(localContext, 16, PipelineParser.RULE_brackets);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 101;
            this.match(PipelineParser.LBRACKET);
            this.state = 105;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while ((((_la) & ~0x1F) === 0 && ((1 << _la) & 7082) !== 0)) {
                {
                {
                this.state = 102;
                this.grouped();
                }
                }
                this.state = 107;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 108;
            this.match(PipelineParser.RBRACKET);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public parens(): ParensContext {
        let localContext = new ParensContext(this.context, this.state);
        this.enterRule(localContext, 18, PipelineParser.RULE_parens);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 110;
            this.match(PipelineParser.LPAREN);
            this.state = 114;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while ((((_la) & ~0x1F) === 0 && ((1 << _la) & 7082) !== 0)) {
                {
                {
                this.state = 111;
                this.grouped();
                }
                }
                this.state = 116;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 117;
            this.match(PipelineParser.RPAREN);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }
    public grouped(): GroupedContext {
        let localContext = new GroupedContext(this.context, this.state);
        this.enterRule(localContext, 20, PipelineParser.RULE_grouped);
        try {
            this.state = 121;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case PipelineParser.WS:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 119;
                this.match(PipelineParser.WS);
                }
                break;
            case PipelineParser.LPAREN:
            case PipelineParser.LBRACE:
            case PipelineParser.LBRACKET:
            case PipelineParser.COMMA:
            case PipelineParser.EQUALS:
            case PipelineParser.STRING:
            case PipelineParser.NAME:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 120;
                this.valuePart();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
        }
        catch (re) {
            if (re instanceof antlr.RecognitionException) {
                this.errorHandler.reportError(this, re);
                this.errorHandler.recover(this, re);
            } else {
                throw re;
            }
        }
        finally {
            this.exitRule();
        }
        return localContext;
    }

    public static readonly _serializedATN: number[] = [
        4,1,12,124,2,0,7,0,2,1,7,1,2,2,7,2,2,3,7,3,2,4,7,4,2,5,7,5,2,6,7,
        6,2,7,7,7,2,8,7,8,2,9,7,9,2,10,7,10,1,0,1,0,1,0,1,1,3,1,27,8,1,1,
        1,1,1,1,1,3,1,32,8,1,1,1,5,1,35,8,1,10,1,12,1,38,9,1,3,1,40,8,1,
        1,2,1,2,3,2,44,8,2,1,2,1,2,3,2,48,8,2,1,2,3,2,51,8,2,3,2,53,8,2,
        1,3,1,3,1,3,1,3,1,4,1,4,3,4,61,8,4,1,4,1,4,3,4,65,8,4,5,4,67,8,4,
        10,4,12,4,70,9,4,1,4,1,4,1,5,1,5,1,5,5,5,77,8,5,10,5,12,5,80,9,5,
        3,5,82,8,5,1,6,1,6,1,6,1,6,1,6,1,6,1,6,3,6,91,8,6,1,7,1,7,5,7,95,
        8,7,10,7,12,7,98,9,7,1,7,1,7,1,8,1,8,5,8,104,8,8,10,8,12,8,107,9,
        8,1,8,1,8,1,9,1,9,5,9,113,8,9,10,9,12,9,116,9,9,1,9,1,9,1,10,1,10,
        3,10,122,8,10,1,10,0,0,11,0,2,4,6,8,10,12,14,16,18,20,0,0,135,0,
        22,1,0,0,0,2,26,1,0,0,0,4,41,1,0,0,0,6,54,1,0,0,0,8,58,1,0,0,0,10,
        73,1,0,0,0,12,90,1,0,0,0,14,92,1,0,0,0,16,101,1,0,0,0,18,110,1,0,
        0,0,20,121,1,0,0,0,22,23,3,2,1,0,23,24,5,0,0,1,24,1,1,0,0,0,25,27,
        5,11,0,0,26,25,1,0,0,0,26,27,1,0,0,0,27,39,1,0,0,0,28,36,3,4,2,0,
        29,31,5,7,0,0,30,32,5,11,0,0,31,30,1,0,0,0,31,32,1,0,0,0,32,33,1,
        0,0,0,33,35,3,4,2,0,34,29,1,0,0,0,35,38,1,0,0,0,36,34,1,0,0,0,36,
        37,1,0,0,0,37,40,1,0,0,0,38,36,1,0,0,0,39,28,1,0,0,0,39,40,1,0,0,
        0,40,3,1,0,0,0,41,43,5,12,0,0,42,44,5,11,0,0,43,42,1,0,0,0,43,44,
        1,0,0,0,44,52,1,0,0,0,45,48,3,6,3,0,46,48,3,8,4,0,47,45,1,0,0,0,
        47,46,1,0,0,0,48,50,1,0,0,0,49,51,5,11,0,0,50,49,1,0,0,0,50,51,1,
        0,0,0,51,53,1,0,0,0,52,47,1,0,0,0,52,53,1,0,0,0,53,5,1,0,0,0,54,
        55,5,1,0,0,55,56,3,2,1,0,56,57,5,2,0,0,57,7,1,0,0,0,58,60,5,3,0,
        0,59,61,5,11,0,0,60,59,1,0,0,0,60,61,1,0,0,0,61,68,1,0,0,0,62,64,
        3,10,5,0,63,65,5,11,0,0,64,63,1,0,0,0,64,65,1,0,0,0,65,67,1,0,0,
        0,66,62,1,0,0,0,67,70,1,0,0,0,68,66,1,0,0,0,68,69,1,0,0,0,69,71,
        1,0,0,0,70,68,1,0,0,0,71,72,5,4,0,0,72,9,1,0,0,0,73,81,5,12,0,0,
        74,78,5,8,0,0,75,77,3,12,6,0,76,75,1,0,0,0,77,80,1,0,0,0,78,76,1,
        0,0,0,78,79,1,0,0,0,79,82,1,0,0,0,80,78,1,0,0,0,81,74,1,0,0,0,81,
        82,1,0,0,0,82,11,1,0,0,0,83,91,5,12,0,0,84,91,5,8,0,0,85,91,5,7,
        0,0,86,91,5,9,0,0,87,91,3,14,7,0,88,91,3,16,8,0,89,91,3,18,9,0,90,
        83,1,0,0,0,90,84,1,0,0,0,90,85,1,0,0,0,90,86,1,0,0,0,90,87,1,0,0,
        0,90,88,1,0,0,0,90,89,1,0,0,0,91,13,1,0,0,0,92,96,5,3,0,0,93,95,
        3,20,10,0,94,93,1,0,0,0,95,98,1,0,0,0,96,94,1,0,0,0,96,97,1,0,0,
        0,97,99,1,0,0,0,98,96,1,0,0,0,99,100,5,4,0,0,100,15,1,0,0,0,101,
        105,5,5,0,0,102,104,3,20,10,0,103,102,1,0,0,0,104,107,1,0,0,0,105,
        103,1,0,0,0,105,106,1,0,0,0,106,108,1,0,0,0,107,105,1,0,0,0,108,
        109,5,6,0,0,109,17,1,0,0,0,110,114,5,1,0,0,111,113,3,20,10,0,112,
        111,1,0,0,0,113,116,1,0,0,0,114,112,1,0,0,0,114,115,1,0,0,0,115,
        117,1,0,0,0,116,114,1,0,0,0,117,118,5,2,0,0,118,19,1,0,0,0,119,122,
        5,11,0,0,120,122,3,12,6,0,121,119,1,0,0,0,121,120,1,0,0,0,122,21,
        1,0,0,0,18,26,31,36,39,43,47,50,52,60,64,68,78,81,90,96,105,114,
        121
    ];

    private static __ATN: antlr.ATN;
    public static get _ATN(): antlr.ATN {
        if (!PipelineParser.__ATN) {
            PipelineParser.__ATN = new antlr.ATNDeserializer().deserialize(PipelineParser._serializedATN);
        }

        return PipelineParser.__ATN;
    }


    private static readonly vocabulary = new antlr.Vocabulary(PipelineParser.literalNames, PipelineParser.symbolicNames, []);

    public override get vocabulary(): antlr.Vocabulary {
        return PipelineParser.vocabulary;
    }

    private static readonly decisionsToDFA = PipelineParser._ATN.decisionToState.map( (ds: antlr.DecisionState, index: number) => new antlr.DFA(ds, index) );
}

export class PipelineContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public elements(): ElementsContext {
        return this.getRuleContext(0, ElementsContext)!;
    }
    public EOF(): antlr.TerminalNode {
        return this.getToken(PipelineParser.EOF, 0)!;
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_pipeline;
    }
}


export class ElementsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public WS(): antlr.TerminalNode[];
    public WS(i: number): antlr.TerminalNode | null;
    public WS(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(PipelineParser.WS);
    	} else {
    		return this.getToken(PipelineParser.WS, i);
    	}
    }
    public element(): ElementContext[];
    public element(i: number): ElementContext | null;
    public element(i?: number): ElementContext[] | ElementContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ElementContext);
        }

        return this.getRuleContext(i, ElementContext);
    }
    public COMMA(): antlr.TerminalNode[];
    public COMMA(i: number): antlr.TerminalNode | null;
    public COMMA(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(PipelineParser.COMMA);
    	} else {
    		return this.getToken(PipelineParser.COMMA, i);
    	}
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_elements;
    }
}


export class ElementContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public NAME(): antlr.TerminalNode {
        return this.getToken(PipelineParser.NAME, 0)!;
    }
    public WS(): antlr.TerminalNode[];
    public WS(i: number): antlr.TerminalNode | null;
    public WS(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(PipelineParser.WS);
    	} else {
    		return this.getToken(PipelineParser.WS, i);
    	}
    }
    public nested(): NestedContext | null {
        return this.getRuleContext(0, NestedContext);
    }
    public options(): OptionsContext | null {
        return this.getRuleContext(0, OptionsContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_element;
    }
}


export class NestedContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public LPAREN(): antlr.TerminalNode {
        return this.getToken(PipelineParser.LPAREN, 0)!;
    }
    public elements(): ElementsContext {
        return this.getRuleContext(0, ElementsContext)!;
    }
    public RPAREN(): antlr.TerminalNode {
        return this.getToken(PipelineParser.RPAREN, 0)!;
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_nested;
    }
}


export class OptionsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public LBRACE(): antlr.TerminalNode {
        return this.getToken(PipelineParser.LBRACE, 0)!;
    }
    public RBRACE(): antlr.TerminalNode {
        return this.getToken(PipelineParser.RBRACE, 0)!;
    }
    public WS(): antlr.TerminalNode[];
    public WS(i: number): antlr.TerminalNode | null;
    public WS(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(PipelineParser.WS);
    	} else {
    		return this.getToken(PipelineParser.WS, i);
    	}
    }
    public option(): OptionContext[];
    public option(i: number): OptionContext | null;
    public option(i?: number): OptionContext[] | OptionContext | null {
        if (i === undefined) {
            return this.getRuleContexts(OptionContext);
        }

        return this.getRuleContext(i, OptionContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_options;
    }
}


export class OptionContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public NAME(): antlr.TerminalNode {
        return this.getToken(PipelineParser.NAME, 0)!;
    }
    public EQUALS(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.EQUALS, 0);
    }
    public valuePart(): ValuePartContext[];
    public valuePart(i: number): ValuePartContext | null;
    public valuePart(i?: number): ValuePartContext[] | ValuePartContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ValuePartContext);
        }

        return this.getRuleContext(i, ValuePartContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_option;
    }
}


export class ValuePartContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public NAME(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.NAME, 0);
    }
    public EQUALS(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.EQUALS, 0);
    }
    public COMMA(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.COMMA, 0);
    }
    public STRING(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.STRING, 0);
    }
    public braces(): BracesContext | null {
        return this.getRuleContext(0, BracesContext);
    }
    public brackets(): BracketsContext | null {
        return this.getRuleContext(0, BracketsContext);
    }
    public parens(): ParensContext | null {
        return this.getRuleContext(0, ParensContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_valuePart;
    }
}


export class BracesContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public LBRACE(): antlr.TerminalNode {
        return this.getToken(PipelineParser.LBRACE, 0)!;
    }
    public RBRACE(): antlr.TerminalNode {
        return this.getToken(PipelineParser.RBRACE, 0)!;
    }
    public grouped(): GroupedContext[];
    public grouped(i: number): GroupedContext | null;
    public grouped(i?: number): GroupedContext[] | GroupedContext | null {
        if (i === undefined) {
            return this.getRuleContexts(GroupedContext);
        }

        return this.getRuleContext(i, GroupedContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_braces;
    }
}


export class BracketsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public LBRACKET(): antlr.TerminalNode {
        return this.getToken(PipelineParser.LBRACKET, 0)!;
    }
    public RBRACKET(): antlr.TerminalNode {
        return this.getToken(PipelineParser.RBRACKET, 0)!;
    }
    public grouped(): GroupedContext[];
    public grouped(i: number): GroupedContext | null;
    public grouped(i?: number): GroupedContext[] | GroupedContext | null {
        if (i === undefined) {
            return this.getRuleContexts(GroupedContext);
        }

        return this.getRuleContext(i, GroupedContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_brackets;
    }
}


export class ParensContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public LPAREN(): antlr.TerminalNode {
        return this.getToken(PipelineParser.LPAREN, 0)!;
    }
    public RPAREN(): antlr.TerminalNode {
        return this.getToken(PipelineParser.RPAREN, 0)!;
    }
    public grouped(): GroupedContext[];
    public grouped(i: number): GroupedContext | null;
    public grouped(i?: number): GroupedContext[] | GroupedContext | null {
        if (i === undefined) {
            return this.getRuleContexts(GroupedContext);
        }

        return this.getRuleContext(i, GroupedContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_parens;
    }
}


export class GroupedContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public WS(): antlr.TerminalNode | null {
        return this.getToken(PipelineParser.WS, 0);
    }
    public valuePart(): ValuePartContext | null {
        return this.getRuleContext(0, ValuePartContext);
    }
    public override get ruleIndex(): number {
        return PipelineParser.RULE_grouped;
    }
}
