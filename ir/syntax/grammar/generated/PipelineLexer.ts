
import * as antlr from "antlr4ng";
import { Token } from "antlr4ng";


export class PipelineLexer extends antlr.Lexer {
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

    public static readonly channelNames = [
        "DEFAULT_TOKEN_CHANNEL", "HIDDEN"
    ];

    public static readonly literalNames = [
        null, "'('", "')'", "'{'", "'}'", "'['", "']'", "','", "'='"
    ];

    public static readonly symbolicNames = [
        null, "LPAREN", "RPAREN", "LBRACE", "RBRACE", "LBRACKET", "RBRACKET", 
        "COMMA", "EQUALS", "STRING", "UNTERMINATED", "WS", "NAME"
    ];

    public static readonly modeNames = [
        "DEFAULT_MODE",
    ];

    public static readonly ruleNames = [
        "LPAREN", "RPAREN", "LBRACE", "RBRACE", "LBRACKET", "RBRACKET", 
        "COMMA", "EQUALS", "STRING", "UNTERMINATED", "WS", "NAME",
    ];


    public constructor(input: antlr.CharStream) {
        super(input);
        this.interpreter = new antlr.LexerATNSimulator(this, PipelineLexer._ATN, PipelineLexer.decisionsToDFA, new antlr.PredictionContextCache());
    }

    public get grammarFileName(): string { return "Pipeline.g4"; }

    public get literalNames(): (string | null)[] { return PipelineLexer.literalNames; }
    public get symbolicNames(): (string | null)[] { return PipelineLexer.symbolicNames; }
    public get ruleNames(): string[] { return PipelineLexer.ruleNames; }

    public get serializedATN(): number[] { return PipelineLexer._serializedATN; }

    public get channelNames(): string[] { return PipelineLexer.channelNames; }

    public get modeNames(): string[] { return PipelineLexer.modeNames; }

    public static readonly _serializedATN: number[] = [
        4,0,12,85,6,-1,2,0,7,0,2,1,7,1,2,2,7,2,2,3,7,3,2,4,7,4,2,5,7,5,2,
        6,7,6,2,7,7,7,2,8,7,8,2,9,7,9,2,10,7,10,2,11,7,11,1,0,1,0,1,1,1,
        1,1,2,1,2,1,3,1,3,1,4,1,4,1,5,1,5,1,6,1,6,1,7,1,7,1,8,1,8,5,8,44,
        8,8,10,8,12,8,47,9,8,1,8,1,8,1,8,5,8,52,8,8,10,8,12,8,55,9,8,1,8,
        3,8,58,8,8,1,9,1,9,5,9,62,8,9,10,9,12,9,65,9,9,1,9,1,9,5,9,69,8,
        9,10,9,12,9,72,9,9,3,9,74,8,9,1,10,4,10,77,8,10,11,10,12,10,78,1,
        11,4,11,82,8,11,11,11,12,11,83,0,0,12,1,1,3,2,5,3,7,4,9,5,11,6,13,
        7,15,8,17,9,19,10,21,11,23,12,1,0,4,1,0,34,34,1,0,39,39,3,0,9,10,
        13,13,32,32,11,0,9,10,13,13,32,32,34,34,39,41,44,44,61,61,91,91,
        93,93,123,123,125,125,92,0,1,1,0,0,0,0,3,1,0,0,0,0,5,1,0,0,0,0,7,
        1,0,0,0,0,9,1,0,0,0,0,11,1,0,0,0,0,13,1,0,0,0,0,15,1,0,0,0,0,17,
        1,0,0,0,0,19,1,0,0,0,0,21,1,0,0,0,0,23,1,0,0,0,1,25,1,0,0,0,3,27,
        1,0,0,0,5,29,1,0,0,0,7,31,1,0,0,0,9,33,1,0,0,0,11,35,1,0,0,0,13,
        37,1,0,0,0,15,39,1,0,0,0,17,57,1,0,0,0,19,73,1,0,0,0,21,76,1,0,0,
        0,23,81,1,0,0,0,25,26,5,40,0,0,26,2,1,0,0,0,27,28,5,41,0,0,28,4,
        1,0,0,0,29,30,5,123,0,0,30,6,1,0,0,0,31,32,5,125,0,0,32,8,1,0,0,
        0,33,34,5,91,0,0,34,10,1,0,0,0,35,36,5,93,0,0,36,12,1,0,0,0,37,38,
        5,44,0,0,38,14,1,0,0,0,39,40,5,61,0,0,40,16,1,0,0,0,41,45,5,34,0,
        0,42,44,8,0,0,0,43,42,1,0,0,0,44,47,1,0,0,0,45,43,1,0,0,0,45,46,
        1,0,0,0,46,48,1,0,0,0,47,45,1,0,0,0,48,58,5,34,0,0,49,53,5,39,0,
        0,50,52,8,1,0,0,51,50,1,0,0,0,52,55,1,0,0,0,53,51,1,0,0,0,53,54,
        1,0,0,0,54,56,1,0,0,0,55,53,1,0,0,0,56,58,5,39,0,0,57,41,1,0,0,0,
        57,49,1,0,0,0,58,18,1,0,0,0,59,63,5,34,0,0,60,62,8,0,0,0,61,60,1,
        0,0,0,62,65,1,0,0,0,63,61,1,0,0,0,63,64,1,0,0,0,64,74,1,0,0,0,65,
        63,1,0,0,0,66,70,5,39,0,0,67,69,8,1,0,0,68,67,1,0,0,0,69,72,1,0,
        0,0,70,68,1,0,0,0,70,71,1,0,0,0,71,74,1,0,0,0,72,70,1,0,0,0,73,59,
        1,0,0,0,73,66,1,0,0,0,74,20,1,0,0,0,75,77,7,2,0,0,76,75,1,0,0,0,
        77,78,1,0,0,0,78,76,1,0,0,0,78,79,1,0,0,0,79,22,1,0,0,0,80,82,8,
        3,0,0,81,80,1,0,0,0,82,83,1,0,0,0,83,81,1,0,0,0,83,84,1,0,0,0,84,
        24,1,0,0,0,9,0,45,53,57,63,70,73,78,83,0
    ];

    private static __ATN: antlr.ATN;
    public static get _ATN(): antlr.ATN {
        if (!PipelineLexer.__ATN) {
            PipelineLexer.__ATN = new antlr.ATNDeserializer().deserialize(PipelineLexer._serializedATN);
        }

        return PipelineLexer.__ATN;
    }


    private static readonly vocabulary = new antlr.Vocabulary(PipelineLexer.literalNames, PipelineLexer.symbolicNames, []);

    public override get vocabulary(): antlr.Vocabulary {
        return PipelineLexer.vocabulary;
    }

    private static readonly decisionsToDFA = PipelineLexer._ATN.decisionToState.map( (ds: antlr.DecisionState, index: number) => new antlr.DFA(ds, index) );
}