
import * as antlr from "antlr4ng";
import { Token } from "antlr4ng";

// for running tests with parameters, TODO: discuss strategy for typed parameters in CI
// eslint-disable-next-line no-unused-vars
type int = number;


export class MlirParser extends antlr.Parser {
    public static readonly T__0 = 1;
    public static readonly T__1 = 2;
    public static readonly T__2 = 3;
    public static readonly T__3 = 4;
    public static readonly T__4 = 5;
    public static readonly T__5 = 6;
    public static readonly T__6 = 7;
    public static readonly T__7 = 8;
    public static readonly T__8 = 9;
    public static readonly T__9 = 10;
    public static readonly T__10 = 11;
    public static readonly T__11 = 12;
    public static readonly T__12 = 13;
    public static readonly T__13 = 14;
    public static readonly T__14 = 15;
    public static readonly T__15 = 16;
    public static readonly T__16 = 17;
    public static readonly T__17 = 18;
    public static readonly T__18 = 19;
    public static readonly T__19 = 20;
    public static readonly T__20 = 21;
    public static readonly T__21 = 22;
    public static readonly T__22 = 23;
    public static readonly T__23 = 24;
    public static readonly T__24 = 25;
    public static readonly T__25 = 26;
    public static readonly T__26 = 27;
    public static readonly T__27 = 28;
    public static readonly T__28 = 29;
    public static readonly T__29 = 30;
    public static readonly T__30 = 31;
    public static readonly T__31 = 32;
    public static readonly T__32 = 33;
    public static readonly T__33 = 34;
    public static readonly T__34 = 35;
    public static readonly T__35 = 36;
    public static readonly T__36 = 37;
    public static readonly T__37 = 38;
    public static readonly T__38 = 39;
    public static readonly T__39 = 40;
    public static readonly T__40 = 41;
    public static readonly T__41 = 42;
    public static readonly T__42 = 43;
    public static readonly T__43 = 44;
    public static readonly T__44 = 45;
    public static readonly T__45 = 46;
    public static readonly T__46 = 47;
    public static readonly INTEGER_TYPE = 48;
    public static readonly FLOAT_TYPE = 49;
    public static readonly X = 50;
    public static readonly X_SHAPE = 51;
    public static readonly X_EXTENT = 52;
    public static readonly X_SCALAR = 53;
    public static readonly X_TENSOR = 54;
    public static readonly X_VECTOR = 55;
    public static readonly X_MEMREF = 56;
    public static readonly X_COMPLEX = 57;
    public static readonly X_TUPLE = 58;
    public static readonly X_SHAPE_SCALAR = 59;
    public static readonly X_SHAPE_TENSOR = 60;
    public static readonly X_SHAPE_VECTOR = 61;
    public static readonly X_SHAPE_MEMREF = 62;
    public static readonly X_SHAPE_COMPLEX = 63;
    public static readonly X_SHAPE_TUPLE = 64;
    public static readonly STATIC_SHAPE = 65;
    public static readonly SHAPE = 66;
    public static readonly ZERO_HEX_TYPE = 67;
    public static readonly ZERO_TYPE = 68;
    public static readonly ZERO_COMPLEX = 69;
    public static readonly DECIMAL = 70;
    public static readonly ZERO_DECIMAL = 71;
    public static readonly HEXADECIMAL = 72;
    public static readonly FLOAT = 73;
    public static readonly STRING = 74;
    public static readonly BARE_NAME = 75;
    public static readonly PERCENT_NAME = 76;
    public static readonly CARET_NAME = 77;
    public static readonly AT_NAME = 78;
    public static readonly HASH_NUMBER = 79;
    public static readonly HASH_NAME = 80;
    public static readonly BANG_NAME = 81;
    public static readonly HASH_SYMBOL = 82;
    public static readonly BANG_SYMBOL = 83;
    public static readonly SPACE = 84;
    public static readonly COMMENT = 85;
    public static readonly ANYTHING_ELSE = 86;
    public static readonly RULE_file = 0;
    public static readonly RULE_attributeAlias = 1;
    public static readonly RULE_typeAlias = 2;
    public static readonly RULE_operation = 3;
    public static readonly RULE_resultGroup = 4;
    public static readonly RULE_value = 5;
    public static readonly RULE_successors = 6;
    public static readonly RULE_properties = 7;
    public static readonly RULE_regions = 8;
    public static readonly RULE_region = 9;
    public static readonly RULE_block = 10;
    public static readonly RULE_blockArguments = 11;
    public static readonly RULE_blockArgument = 12;
    public static readonly RULE_type = 13;
    public static readonly RULE_functionType = 14;
    public static readonly RULE_nonFunctionType = 15;
    public static readonly RULE_tensorParameters = 16;
    public static readonly RULE_vectorParameters = 17;
    public static readonly RULE_memrefParameters = 18;
    public static readonly RULE_complexParameters = 19;
    public static readonly RULE_tupleParameters = 20;
    public static readonly RULE_elements = 21;
    public static readonly RULE_elementsAfterExtent = 22;
    public static readonly RULE_zeroElements = 23;
    public static readonly RULE_unrankedElement = 24;
    public static readonly RULE_gluedType = 25;
    public static readonly RULE_gluedShapedType = 26;
    public static readonly RULE_vectorElements = 27;
    public static readonly RULE_vectorAfterExtent = 28;
    public static readonly RULE_attribute = 29;
    public static readonly RULE_extendedAttribute = 30;
    public static readonly RULE_number = 31;
    public static readonly RULE_integer = 32;
    public static readonly RULE_symbolReference = 33;
    public static readonly RULE_dictionary = 34;
    public static readonly RULE_entry = 35;
    public static readonly RULE_arrayElement = 36;
    public static readonly RULE_literal = 37;
    public static readonly RULE_scalar = 38;
    public static readonly RULE_extent = 39;
    public static readonly RULE_affineSpace = 40;
    public static readonly RULE_affineNames = 41;
    public static readonly RULE_affineName = 42;
    public static readonly RULE_affineConstraint = 43;
    public static readonly RULE_affineExpression = 44;
    public static readonly RULE_affineProduct = 45;
    public static readonly RULE_affineOperand = 46;
    public static readonly RULE_location = 47;
    public static readonly RULE_locationAttribute = 48;
    public static readonly RULE_locationBody = 49;
    public static readonly RULE_resources = 50;
    public static readonly RULE_resourceSection = 51;
    public static readonly RULE_resourceOwner = 52;
    public static readonly RULE_resourceEntry = 53;
    public static readonly RULE_bareName = 54;
    public static readonly RULE_keyword = 55;
    public static readonly RULE_xName = 56;

    public static readonly literalNames = [
        null, "'='", "','", "'('", "')'", "':'", "'['", "']'", "'<'", "'>'", 
        "'{'", "'}'", "'->'", "'index'", "'none'", "'tensor'", "'vector'", 
        "'memref'", "'complex'", "'tuple'", "'*'", "'?'", "'true'", "'false'", 
        "'unit'", "'array'", "'dense'", "'sparse'", "'dense_resource'", 
        "'affine_map'", "'affine_set'", "'strided'", "'offset'", "'distinct'", 
        "'-'", "'::'", "'+'", "'floordiv'", "'ceildiv'", "'mod'", "'loc'", 
        "'to'", "'unknown'", "'callsite'", "'at'", "'fused'", "'{-#'", "'#-}'", 
        null, null, "'x'", null, null, null, "'xtensor'", "'xvector'", "'xmemref'", 
        "'xcomplex'", "'xtuple'", null, null, null, null, null, null, null, 
        null, null, null, "'0xcomplex'"
    ];

    public static readonly symbolicNames = [
        null, null, null, null, null, null, null, null, null, null, null, 
        null, null, null, null, null, null, null, null, null, null, null, 
        null, null, null, null, null, null, null, null, null, null, null, 
        null, null, null, null, null, null, null, null, null, null, null, 
        null, null, null, null, "INTEGER_TYPE", "FLOAT_TYPE", "X", "X_SHAPE", 
        "X_EXTENT", "X_SCALAR", "X_TENSOR", "X_VECTOR", "X_MEMREF", "X_COMPLEX", 
        "X_TUPLE", "X_SHAPE_SCALAR", "X_SHAPE_TENSOR", "X_SHAPE_VECTOR", 
        "X_SHAPE_MEMREF", "X_SHAPE_COMPLEX", "X_SHAPE_TUPLE", "STATIC_SHAPE", 
        "SHAPE", "ZERO_HEX_TYPE", "ZERO_TYPE", "ZERO_COMPLEX", "DECIMAL", 
        "ZERO_DECIMAL", "HEXADECIMAL", "FLOAT", "STRING", "BARE_NAME", "PERCENT_NAME", 
        "CARET_NAME", "AT_NAME", "HASH_NUMBER", "HASH_NAME", "BANG_NAME", 
        "HASH_SYMBOL", "BANG_SYMBOL", "SPACE", "COMMENT", "ANYTHING_ELSE"
    ];
    public static readonly ruleNames = [
        "file", "attributeAlias", "typeAlias", "operation", "resultGroup", 
        "value", "successors", "properties", "regions", "region", "block", 
        "blockArguments", "blockArgument", "type", "functionType", "nonFunctionType", 
        "tensorParameters", "vectorParameters", "memrefParameters", "complexParameters", 
        "tupleParameters", "elements", "elementsAfterExtent", "zeroElements", 
        "unrankedElement", "gluedType", "gluedShapedType", "vectorElements", 
        "vectorAfterExtent", "attribute", "extendedAttribute", "number", 
        "integer", "symbolReference", "dictionary", "entry", "arrayElement", 
        "literal", "scalar", "extent", "affineSpace", "affineNames", "affineName", 
        "affineConstraint", "affineExpression", "affineProduct", "affineOperand", 
        "location", "locationAttribute", "locationBody", "resources", "resourceSection", 
        "resourceOwner", "resourceEntry", "bareName", "keyword", "xName",
    ];

    public get grammarFileName(): string { return "Mlir.g4"; }
    public get literalNames(): (string | null)[] { return MlirParser.literalNames; }
    public get symbolicNames(): (string | null)[] { return MlirParser.symbolicNames; }
    public get ruleNames(): string[] { return MlirParser.ruleNames; }
    public get serializedATN(): number[] { return MlirParser._serializedATN; }

    protected createFailedPredicateException(predicate?: string, message?: string): antlr.FailedPredicateException {
        return new antlr.FailedPredicateException(this, predicate, message);
    }

    public constructor(input: antlr.TokenStream) {
        super(input);
        this.interpreter = new antlr.ParserATNSimulator(this, MlirParser._ATN, MlirParser.decisionsToDFA, new antlr.PredictionContextCache());
    }
    public file(): FileContext {
        let localContext = new FileContext(this.context, this.state);
        this.enterRule(localContext, 0, MlirParser.RULE_file);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 120;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (((((_la - 46)) & ~0x1F) === 0 && ((1 << (_la - 46)) & 1342177281) !== 0) || ((((_la - 79)) & ~0x1F) === 0 && ((1 << (_la - 79)) & 7) !== 0)) {
                {
                this.state = 118;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.HASH_NUMBER:
                case MlirParser.HASH_NAME:
                    {
                    this.state = 114;
                    this.attributeAlias();
                    }
                    break;
                case MlirParser.BANG_NAME:
                    {
                    this.state = 115;
                    this.typeAlias();
                    }
                    break;
                case MlirParser.STRING:
                case MlirParser.PERCENT_NAME:
                    {
                    this.state = 116;
                    this.operation();
                    }
                    break;
                case MlirParser.T__45:
                    {
                    this.state = 117;
                    this.resources();
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                }
                this.state = 122;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 123;
            this.match(MlirParser.EOF);
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
    public attributeAlias(): AttributeAliasContext {
        let localContext = new AttributeAliasContext(this.context, this.state);
        this.enterRule(localContext, 2, MlirParser.RULE_attributeAlias);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 125;
            _la = this.tokenStream.LA(1);
            if(!(_la === 79 || _la === 80)) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
            }
            this.state = 126;
            this.match(MlirParser.T__0);
            this.state = 127;
            this.attribute();
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
    public typeAlias(): TypeAliasContext {
        let localContext = new TypeAliasContext(this.context, this.state);
        this.enterRule(localContext, 4, MlirParser.RULE_typeAlias);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 129;
            this.match(MlirParser.BANG_NAME);
            this.state = 130;
            this.match(MlirParser.T__0);
            this.state = 131;
            this.type_();
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
    public operation(): OperationContext {
        let localContext = new OperationContext(this.context, this.state);
        this.enterRule(localContext, 6, MlirParser.RULE_operation);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 143;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 133;
                this.resultGroup();
                this.state = 138;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 134;
                    this.match(MlirParser.T__1);
                    this.state = 135;
                    this.resultGroup();
                    }
                    }
                    this.state = 140;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                this.state = 141;
                this.match(MlirParser.T__0);
                }
            }

            this.state = 145;
            this.match(MlirParser.STRING);
            this.state = 146;
            this.match(MlirParser.T__2);
            this.state = 155;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 147;
                this.value();
                this.state = 152;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 148;
                    this.match(MlirParser.T__1);
                    this.state = 149;
                    this.value();
                    }
                    }
                    this.state = 154;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 157;
            this.match(MlirParser.T__3);
            this.state = 159;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 6) {
                {
                this.state = 158;
                this.successors();
                }
            }

            this.state = 162;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 8) {
                {
                this.state = 161;
                this.properties();
                }
            }

            this.state = 165;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 3) {
                {
                this.state = 164;
                this.regions();
                }
            }

            this.state = 168;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 10) {
                {
                this.state = 167;
                this.dictionary();
                }
            }

            this.state = 170;
            this.match(MlirParser.T__4);
            this.state = 171;
            this.functionType();
            this.state = 173;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 40) {
                {
                this.state = 172;
                this.location();
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
    public resultGroup(): ResultGroupContext {
        let localContext = new ResultGroupContext(this.context, this.state);
        this.enterRule(localContext, 8, MlirParser.RULE_resultGroup);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 175;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 178;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 5) {
                {
                this.state = 176;
                this.match(MlirParser.T__4);
                this.state = 177;
                this.integer();
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
    public value(): ValueContext {
        let localContext = new ValueContext(this.context, this.state);
        this.enterRule(localContext, 10, MlirParser.RULE_value);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 180;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 182;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 79) {
                {
                this.state = 181;
                this.match(MlirParser.HASH_NUMBER);
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
    public successors(): SuccessorsContext {
        let localContext = new SuccessorsContext(this.context, this.state);
        this.enterRule(localContext, 12, MlirParser.RULE_successors);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 184;
            this.match(MlirParser.T__5);
            this.state = 185;
            this.match(MlirParser.CARET_NAME);
            this.state = 190;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 186;
                this.match(MlirParser.T__1);
                this.state = 187;
                this.match(MlirParser.CARET_NAME);
                }
                }
                this.state = 192;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 193;
            this.match(MlirParser.T__6);
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
    public properties(): PropertiesContext {
        let localContext = new PropertiesContext(this.context, this.state);
        this.enterRule(localContext, 14, MlirParser.RULE_properties);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 195;
            this.match(MlirParser.T__7);
            this.state = 196;
            this.attribute();
            this.state = 197;
            this.match(MlirParser.T__8);
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
    public regions(): RegionsContext {
        let localContext = new RegionsContext(this.context, this.state);
        this.enterRule(localContext, 16, MlirParser.RULE_regions);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 199;
            this.match(MlirParser.T__2);
            this.state = 200;
            this.region();
            this.state = 205;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 201;
                this.match(MlirParser.T__1);
                this.state = 202;
                this.region();
                }
                }
                this.state = 207;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 208;
            this.match(MlirParser.T__3);
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
    public region(): RegionContext {
        let localContext = new RegionContext(this.context, this.state);
        this.enterRule(localContext, 18, MlirParser.RULE_region);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 210;
            this.match(MlirParser.T__9);
            this.state = 214;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 74 || _la === 76) {
                {
                {
                this.state = 211;
                this.operation();
                }
                }
                this.state = 216;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 220;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 77) {
                {
                {
                this.state = 217;
                this.block();
                }
                }
                this.state = 222;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 223;
            this.match(MlirParser.T__10);
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
    public block(): BlockContext {
        let localContext = new BlockContext(this.context, this.state);
        this.enterRule(localContext, 20, MlirParser.RULE_block);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 225;
            this.match(MlirParser.CARET_NAME);
            this.state = 227;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 3) {
                {
                this.state = 226;
                this.blockArguments();
                }
            }

            this.state = 229;
            this.match(MlirParser.T__4);
            this.state = 233;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 74 || _la === 76) {
                {
                {
                this.state = 230;
                this.operation();
                }
                }
                this.state = 235;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
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
    public blockArguments(): BlockArgumentsContext {
        let localContext = new BlockArgumentsContext(this.context, this.state);
        this.enterRule(localContext, 22, MlirParser.RULE_blockArguments);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 236;
            this.match(MlirParser.T__2);
            this.state = 245;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 237;
                this.blockArgument();
                this.state = 242;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 238;
                    this.match(MlirParser.T__1);
                    this.state = 239;
                    this.blockArgument();
                    }
                    }
                    this.state = 244;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 247;
            this.match(MlirParser.T__3);
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
    public blockArgument(): BlockArgumentContext {
        let localContext = new BlockArgumentContext(this.context, this.state);
        this.enterRule(localContext, 24, MlirParser.RULE_blockArgument);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 249;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 250;
            this.match(MlirParser.T__4);
            this.state = 251;
            this.type_();
            this.state = 253;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 40) {
                {
                this.state = 252;
                this.location();
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
    public type_(): TypeContext {
        let localContext = new TypeContext(this.context, this.state);
        this.enterRule(localContext, 26, MlirParser.RULE_type);
        try {
            this.state = 257;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 255;
                this.functionType();
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 256;
                this.nonFunctionType();
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
    public functionType(): FunctionTypeContext {
        let localContext = new FunctionTypeContext(this.context, this.state);
        this.enterRule(localContext, 28, MlirParser.RULE_functionType);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 259;
            this.match(MlirParser.T__2);
            this.state = 268;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                {
                this.state = 260;
                this.type_();
                this.state = 265;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 261;
                    this.match(MlirParser.T__1);
                    this.state = 262;
                    this.type_();
                    }
                    }
                    this.state = 267;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 270;
            this.match(MlirParser.T__3);
            this.state = 271;
            this.match(MlirParser.T__11);
            this.state = 285;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                {
                this.state = 272;
                this.nonFunctionType();
                }
                break;
            case MlirParser.T__2:
                {
                this.state = 273;
                this.match(MlirParser.T__2);
                this.state = 282;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                    {
                    this.state = 274;
                    this.type_();
                    this.state = 279;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 275;
                        this.match(MlirParser.T__1);
                        this.state = 276;
                        this.type_();
                        }
                        }
                        this.state = 281;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 284;
                this.match(MlirParser.T__3);
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
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
    public nonFunctionType(): NonFunctionTypeContext {
        let localContext = new NonFunctionTypeContext(this.context, this.state);
        this.enterRule(localContext, 30, MlirParser.RULE_nonFunctionType);
        try {
            this.state = 303;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.BANG_NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 287;
                this.match(MlirParser.BANG_NAME);
                }
                break;
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 288;
                this.match(MlirParser.BANG_SYMBOL);
                }
                break;
            case MlirParser.INTEGER_TYPE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 289;
                this.match(MlirParser.INTEGER_TYPE);
                }
                break;
            case MlirParser.FLOAT_TYPE:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 290;
                this.match(MlirParser.FLOAT_TYPE);
                }
                break;
            case MlirParser.T__12:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 291;
                this.match(MlirParser.T__12);
                }
                break;
            case MlirParser.T__13:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 292;
                this.match(MlirParser.T__13);
                }
                break;
            case MlirParser.T__14:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 293;
                this.match(MlirParser.T__14);
                this.state = 294;
                this.tensorParameters();
                }
                break;
            case MlirParser.T__15:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 295;
                this.match(MlirParser.T__15);
                this.state = 296;
                this.vectorParameters();
                }
                break;
            case MlirParser.T__16:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 297;
                this.match(MlirParser.T__16);
                this.state = 298;
                this.memrefParameters();
                }
                break;
            case MlirParser.T__17:
                this.enterOuterAlt(localContext, 10);
                {
                this.state = 299;
                this.match(MlirParser.T__17);
                this.state = 300;
                this.complexParameters();
                }
                break;
            case MlirParser.T__18:
                this.enterOuterAlt(localContext, 11);
                {
                this.state = 301;
                this.match(MlirParser.T__18);
                this.state = 302;
                this.tupleParameters();
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
    public tensorParameters(): TensorParametersContext {
        let localContext = new TensorParametersContext(this.context, this.state);
        this.enterRule(localContext, 32, MlirParser.RULE_tensorParameters);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 305;
            this.match(MlirParser.T__7);
            this.state = 309;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__19:
                {
                this.state = 306;
                this.match(MlirParser.T__19);
                this.state = 307;
                this.unrankedElement();
                }
                break;
            case MlirParser.T__2:
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__20:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.STATIC_SHAPE:
            case MlirParser.SHAPE:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                {
                this.state = 308;
                this.elements();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 315;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 2) {
                {
                this.state = 311;
                this.match(MlirParser.T__1);
                this.state = 313;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 312;
                    this.attribute();
                    }
                }

                }
            }

            this.state = 317;
            this.match(MlirParser.T__8);
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
    public vectorParameters(): VectorParametersContext {
        let localContext = new VectorParametersContext(this.context, this.state);
        this.enterRule(localContext, 34, MlirParser.RULE_vectorParameters);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 319;
            this.match(MlirParser.T__7);
            this.state = 320;
            this.vectorElements();
            this.state = 321;
            this.match(MlirParser.T__8);
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
    public memrefParameters(): MemrefParametersContext {
        let localContext = new MemrefParametersContext(this.context, this.state);
        this.enterRule(localContext, 36, MlirParser.RULE_memrefParameters);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 323;
            this.match(MlirParser.T__7);
            this.state = 338;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__19:
                {
                this.state = 324;
                this.match(MlirParser.T__19);
                this.state = 325;
                this.unrankedElement();
                this.state = 328;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 2) {
                    {
                    this.state = 326;
                    this.match(MlirParser.T__1);
                    this.state = 327;
                    this.attribute();
                    }
                }

                }
                break;
            case MlirParser.T__2:
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__20:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.STATIC_SHAPE:
            case MlirParser.SHAPE:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                {
                this.state = 330;
                this.elements();
                this.state = 335;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 331;
                    this.match(MlirParser.T__1);
                    this.state = 332;
                    this.attribute();
                    }
                    }
                    this.state = 337;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 340;
            this.match(MlirParser.T__8);
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
    public complexParameters(): ComplexParametersContext {
        let localContext = new ComplexParametersContext(this.context, this.state);
        this.enterRule(localContext, 38, MlirParser.RULE_complexParameters);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 342;
            this.match(MlirParser.T__7);
            this.state = 343;
            this.type_();
            this.state = 344;
            this.match(MlirParser.T__8);
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
    public tupleParameters(): TupleParametersContext {
        let localContext = new TupleParametersContext(this.context, this.state);
        this.enterRule(localContext, 40, MlirParser.RULE_tupleParameters);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 346;
            this.match(MlirParser.T__7);
            this.state = 355;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                {
                this.state = 347;
                this.type_();
                this.state = 352;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 348;
                    this.match(MlirParser.T__1);
                    this.state = 349;
                    this.type_();
                    }
                    }
                    this.state = 354;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 357;
            this.match(MlirParser.T__8);
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
        this.enterRule(localContext, 42, MlirParser.RULE_elements);
        let _la: number;
        try {
            this.state = 367;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STATIC_SHAPE:
            case MlirParser.SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 359;
                _la = this.tokenStream.LA(1);
                if(!(_la === 65 || _la === 66)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 360;
                this.elements();
                }
                break;
            case MlirParser.T__20:
            case MlirParser.DECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 361;
                _la = this.tokenStream.LA(1);
                if(!(_la === 21 || _la === 70)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 362;
                this.elementsAfterExtent();
                }
                break;
            case MlirParser.ZERO_DECIMAL:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 363;
                this.match(MlirParser.ZERO_DECIMAL);
                this.state = 364;
                this.elementsAfterExtent();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 365;
                this.zeroElements();
                }
                break;
            case MlirParser.T__2:
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 366;
                this.type_();
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
    public elementsAfterExtent(): ElementsAfterExtentContext {
        let localContext = new ElementsAfterExtentContext(this.context, this.state);
        this.enterRule(localContext, 44, MlirParser.RULE_elementsAfterExtent);
        let _la: number;
        try {
            this.state = 375;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
            case MlirParser.X_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 369;
                _la = this.tokenStream.LA(1);
                if(!(_la === 50 || _la === 51)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 370;
                this.elements();
                }
                break;
            case MlirParser.X_EXTENT:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 371;
                this.match(MlirParser.X_EXTENT);
                this.state = 372;
                this.elementsAfterExtent();
                }
                break;
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 373;
                this.gluedType();
                }
                break;
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 374;
                this.gluedShapedType();
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
    public zeroElements(): ZeroElementsContext {
        let localContext = new ZeroElementsContext(this.context, this.state);
        this.enterRule(localContext, 46, MlirParser.RULE_zeroElements);
        try {
            this.state = 381;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.ZERO_HEX_TYPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 377;
                this.match(MlirParser.ZERO_HEX_TYPE);
                }
                break;
            case MlirParser.ZERO_TYPE:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 378;
                this.match(MlirParser.ZERO_TYPE);
                }
                break;
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 379;
                this.match(MlirParser.ZERO_COMPLEX);
                this.state = 380;
                this.complexParameters();
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
    public unrankedElement(): UnrankedElementContext {
        let localContext = new UnrankedElementContext(this.context, this.state);
        this.enterRule(localContext, 48, MlirParser.RULE_unrankedElement);
        try {
            this.state = 386;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 383;
                this.match(MlirParser.X);
                this.state = 384;
                this.type_();
                }
                break;
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 385;
                this.gluedType();
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
    public gluedType(): GluedTypeContext {
        let localContext = new GluedTypeContext(this.context, this.state);
        this.enterRule(localContext, 50, MlirParser.RULE_gluedType);
        try {
            this.state = 399;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X_SCALAR:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 388;
                this.match(MlirParser.X_SCALAR);
                }
                break;
            case MlirParser.X_TENSOR:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 389;
                this.match(MlirParser.X_TENSOR);
                this.state = 390;
                this.tensorParameters();
                }
                break;
            case MlirParser.X_VECTOR:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 391;
                this.match(MlirParser.X_VECTOR);
                this.state = 392;
                this.vectorParameters();
                }
                break;
            case MlirParser.X_MEMREF:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 393;
                this.match(MlirParser.X_MEMREF);
                this.state = 394;
                this.memrefParameters();
                }
                break;
            case MlirParser.X_COMPLEX:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 395;
                this.match(MlirParser.X_COMPLEX);
                this.state = 396;
                this.complexParameters();
                }
                break;
            case MlirParser.X_TUPLE:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 397;
                this.match(MlirParser.X_TUPLE);
                this.state = 398;
                this.tupleParameters();
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
    public gluedShapedType(): GluedShapedTypeContext {
        let localContext = new GluedShapedTypeContext(this.context, this.state);
        this.enterRule(localContext, 52, MlirParser.RULE_gluedShapedType);
        try {
            this.state = 412;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X_SHAPE_SCALAR:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 401;
                this.match(MlirParser.X_SHAPE_SCALAR);
                }
                break;
            case MlirParser.X_SHAPE_TENSOR:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 402;
                this.match(MlirParser.X_SHAPE_TENSOR);
                this.state = 403;
                this.tensorParameters();
                }
                break;
            case MlirParser.X_SHAPE_VECTOR:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 404;
                this.match(MlirParser.X_SHAPE_VECTOR);
                this.state = 405;
                this.vectorParameters();
                }
                break;
            case MlirParser.X_SHAPE_MEMREF:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 406;
                this.match(MlirParser.X_SHAPE_MEMREF);
                this.state = 407;
                this.memrefParameters();
                }
                break;
            case MlirParser.X_SHAPE_COMPLEX:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 408;
                this.match(MlirParser.X_SHAPE_COMPLEX);
                this.state = 409;
                this.complexParameters();
                }
                break;
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 410;
                this.match(MlirParser.X_SHAPE_TUPLE);
                this.state = 411;
                this.tupleParameters();
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
    public vectorElements(): VectorElementsContext {
        let localContext = new VectorElementsContext(this.context, this.state);
        this.enterRule(localContext, 54, MlirParser.RULE_vectorElements);
        try {
            this.state = 426;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STATIC_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 414;
                this.match(MlirParser.STATIC_SHAPE);
                this.state = 415;
                this.vectorElements();
                }
                break;
            case MlirParser.T__5:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 421;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.DECIMAL:
                    {
                    this.state = 416;
                    this.match(MlirParser.DECIMAL);
                    }
                    break;
                case MlirParser.ZERO_DECIMAL:
                    {
                    this.state = 417;
                    this.match(MlirParser.ZERO_DECIMAL);
                    }
                    break;
                case MlirParser.T__5:
                    {
                    this.state = 418;
                    this.match(MlirParser.T__5);
                    this.state = 419;
                    this.match(MlirParser.DECIMAL);
                    this.state = 420;
                    this.match(MlirParser.T__6);
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                this.state = 423;
                this.vectorAfterExtent();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 424;
                this.zeroElements();
                }
                break;
            case MlirParser.T__2:
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 425;
                this.type_();
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
    public vectorAfterExtent(): VectorAfterExtentContext {
        let localContext = new VectorAfterExtentContext(this.context, this.state);
        this.enterRule(localContext, 56, MlirParser.RULE_vectorAfterExtent);
        let _la: number;
        try {
            this.state = 434;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
            case MlirParser.X_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 428;
                _la = this.tokenStream.LA(1);
                if(!(_la === 50 || _la === 51)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 429;
                this.vectorElements();
                }
                break;
            case MlirParser.X_EXTENT:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 430;
                this.match(MlirParser.X_EXTENT);
                this.state = 431;
                this.vectorAfterExtent();
                }
                break;
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 432;
                this.gluedType();
                }
                break;
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 433;
                this.gluedShapedType();
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
    public attribute(): AttributeContext {
        let localContext = new AttributeContext(this.context, this.state);
        this.enterRule(localContext, 58, MlirParser.RULE_attribute);
        let _la: number;
        try {
            this.state = 579;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__33:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
            case MlirParser.FLOAT:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 436;
                this.number_();
                this.state = 439;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 437;
                    this.match(MlirParser.T__4);
                    this.state = 438;
                    this.type_();
                    }
                }

                }
                break;
            case MlirParser.STRING:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 441;
                this.match(MlirParser.STRING);
                this.state = 444;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 442;
                    this.match(MlirParser.T__4);
                    this.state = 443;
                    this.type_();
                    }
                }

                }
                break;
            case MlirParser.AT_NAME:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 446;
                this.symbolReference();
                }
                break;
            case MlirParser.HASH_NAME:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 447;
                this.match(MlirParser.HASH_NAME);
                }
                break;
            case MlirParser.HASH_NUMBER:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 448;
                this.match(MlirParser.HASH_NUMBER);
                }
                break;
            case MlirParser.HASH_SYMBOL:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 449;
                this.extendedAttribute();
                }
                break;
            case MlirParser.T__5:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 450;
                this.match(MlirParser.T__5);
                this.state = 459;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 451;
                    this.attribute();
                    this.state = 456;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 452;
                        this.match(MlirParser.T__1);
                        this.state = 453;
                        this.attribute();
                        }
                        }
                        this.state = 458;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 461;
                this.match(MlirParser.T__6);
                }
                break;
            case MlirParser.T__9:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 462;
                this.dictionary();
                }
                break;
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 463;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 10);
                {
                this.state = 464;
                this.match(MlirParser.T__22);
                }
                break;
            case MlirParser.T__23:
                this.enterOuterAlt(localContext, 11);
                {
                this.state = 465;
                this.match(MlirParser.T__23);
                }
                break;
            case MlirParser.T__39:
                this.enterOuterAlt(localContext, 12);
                {
                this.state = 466;
                this.locationAttribute();
                }
                break;
            case MlirParser.T__24:
                this.enterOuterAlt(localContext, 13);
                {
                this.state = 467;
                this.match(MlirParser.T__24);
                this.state = 468;
                this.match(MlirParser.T__7);
                this.state = 469;
                this.type_();
                this.state = 479;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 470;
                    this.match(MlirParser.T__4);
                    this.state = 471;
                    this.arrayElement();
                    this.state = 476;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 472;
                        this.match(MlirParser.T__1);
                        this.state = 473;
                        this.arrayElement();
                        }
                        }
                        this.state = 478;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 481;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__25:
                this.enterOuterAlt(localContext, 14);
                {
                this.state = 483;
                this.match(MlirParser.T__25);
                this.state = 484;
                this.match(MlirParser.T__7);
                this.state = 486;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 485;
                    this.literal();
                    }
                }

                this.state = 488;
                this.match(MlirParser.T__8);
                this.state = 489;
                this.match(MlirParser.T__4);
                this.state = 490;
                this.type_();
                }
                break;
            case MlirParser.T__26:
                this.enterOuterAlt(localContext, 15);
                {
                this.state = 491;
                this.match(MlirParser.T__26);
                this.state = 492;
                this.match(MlirParser.T__7);
                this.state = 497;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 493;
                    this.literal();
                    this.state = 494;
                    this.match(MlirParser.T__1);
                    this.state = 495;
                    this.literal();
                    }
                }

                this.state = 499;
                this.match(MlirParser.T__8);
                this.state = 500;
                this.match(MlirParser.T__4);
                this.state = 501;
                this.type_();
                }
                break;
            case MlirParser.T__27:
                this.enterOuterAlt(localContext, 16);
                {
                this.state = 502;
                this.match(MlirParser.T__27);
                this.state = 503;
                this.match(MlirParser.T__7);
                this.state = 506;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.STRING:
                    {
                    this.state = 504;
                    this.match(MlirParser.STRING);
                    }
                    break;
                case MlirParser.T__12:
                case MlirParser.T__13:
                case MlirParser.T__14:
                case MlirParser.T__15:
                case MlirParser.T__16:
                case MlirParser.T__17:
                case MlirParser.T__18:
                case MlirParser.T__21:
                case MlirParser.T__22:
                case MlirParser.T__23:
                case MlirParser.T__24:
                case MlirParser.T__25:
                case MlirParser.T__26:
                case MlirParser.T__27:
                case MlirParser.T__28:
                case MlirParser.T__29:
                case MlirParser.T__30:
                case MlirParser.T__31:
                case MlirParser.T__32:
                case MlirParser.T__36:
                case MlirParser.T__37:
                case MlirParser.T__38:
                case MlirParser.T__39:
                case MlirParser.T__40:
                case MlirParser.T__41:
                case MlirParser.T__42:
                case MlirParser.T__43:
                case MlirParser.T__44:
                case MlirParser.INTEGER_TYPE:
                case MlirParser.FLOAT_TYPE:
                case MlirParser.X:
                case MlirParser.X_SHAPE:
                case MlirParser.X_EXTENT:
                case MlirParser.X_SCALAR:
                case MlirParser.X_TENSOR:
                case MlirParser.X_VECTOR:
                case MlirParser.X_MEMREF:
                case MlirParser.X_COMPLEX:
                case MlirParser.X_TUPLE:
                case MlirParser.X_SHAPE_SCALAR:
                case MlirParser.X_SHAPE_TENSOR:
                case MlirParser.X_SHAPE_VECTOR:
                case MlirParser.X_SHAPE_MEMREF:
                case MlirParser.X_SHAPE_COMPLEX:
                case MlirParser.X_SHAPE_TUPLE:
                case MlirParser.BARE_NAME:
                    {
                    this.state = 505;
                    this.bareName();
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                this.state = 508;
                this.match(MlirParser.T__8);
                this.state = 509;
                this.match(MlirParser.T__4);
                this.state = 510;
                this.type_();
                }
                break;
            case MlirParser.T__28:
                this.enterOuterAlt(localContext, 17);
                {
                this.state = 511;
                this.match(MlirParser.T__28);
                this.state = 512;
                this.match(MlirParser.T__7);
                this.state = 513;
                this.affineSpace();
                this.state = 514;
                this.match(MlirParser.T__11);
                this.state = 515;
                this.match(MlirParser.T__2);
                this.state = 524;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291813384) !== 0) || ((((_la - 32)) & ~0x1F) === 0 && ((1 << (_la - 32)) & 4294918119) !== 0) || ((((_la - 64)) & ~0x1F) === 0 && ((1 << (_la - 64)) & 2505) !== 0)) {
                    {
                    this.state = 516;
                    this.affineExpression();
                    this.state = 521;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 517;
                        this.match(MlirParser.T__1);
                        this.state = 518;
                        this.affineExpression();
                        }
                        }
                        this.state = 523;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 526;
                this.match(MlirParser.T__3);
                this.state = 527;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__29:
                this.enterOuterAlt(localContext, 18);
                {
                this.state = 529;
                this.match(MlirParser.T__29);
                this.state = 530;
                this.match(MlirParser.T__7);
                this.state = 531;
                this.affineSpace();
                this.state = 532;
                this.match(MlirParser.T__4);
                this.state = 533;
                this.match(MlirParser.T__2);
                this.state = 542;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291813384) !== 0) || ((((_la - 32)) & ~0x1F) === 0 && ((1 << (_la - 32)) & 4294918119) !== 0) || ((((_la - 64)) & ~0x1F) === 0 && ((1 << (_la - 64)) & 2505) !== 0)) {
                    {
                    this.state = 534;
                    this.affineConstraint();
                    this.state = 539;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 535;
                        this.match(MlirParser.T__1);
                        this.state = 536;
                        this.affineConstraint();
                        }
                        }
                        this.state = 541;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 544;
                this.match(MlirParser.T__3);
                this.state = 545;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__30:
                this.enterOuterAlt(localContext, 19);
                {
                this.state = 547;
                this.match(MlirParser.T__30);
                this.state = 548;
                this.match(MlirParser.T__7);
                this.state = 549;
                this.match(MlirParser.T__5);
                this.state = 558;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 21 || _la === 34 || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 57) !== 0)) {
                    {
                    this.state = 550;
                    this.extent();
                    this.state = 555;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 551;
                        this.match(MlirParser.T__1);
                        this.state = 552;
                        this.extent();
                        }
                        }
                        this.state = 557;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 560;
                this.match(MlirParser.T__6);
                this.state = 565;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 2) {
                    {
                    this.state = 561;
                    this.match(MlirParser.T__1);
                    this.state = 562;
                    this.match(MlirParser.T__31);
                    this.state = 563;
                    this.match(MlirParser.T__4);
                    this.state = 564;
                    this.extent();
                    }
                }

                this.state = 567;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__32:
                this.enterOuterAlt(localContext, 20);
                {
                this.state = 568;
                this.match(MlirParser.T__32);
                this.state = 569;
                this.match(MlirParser.T__5);
                this.state = 570;
                this.integer();
                this.state = 571;
                this.match(MlirParser.T__6);
                this.state = 572;
                this.match(MlirParser.T__7);
                this.state = 574;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 573;
                    this.attribute();
                    }
                }

                this.state = 576;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__2:
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.BANG_NAME:
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 21);
                {
                this.state = 578;
                this.type_();
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
    public extendedAttribute(): ExtendedAttributeContext {
        let localContext = new ExtendedAttributeContext(this.context, this.state);
        this.enterRule(localContext, 60, MlirParser.RULE_extendedAttribute);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 581;
            this.match(MlirParser.HASH_SYMBOL);
            this.state = 584;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 5) {
                {
                this.state = 582;
                this.match(MlirParser.T__4);
                this.state = 583;
                this.type_();
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
    public number_(): NumberContext {
        let localContext = new NumberContext(this.context, this.state);
        this.enterRule(localContext, 62, MlirParser.RULE_number);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 587;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 34) {
                {
                this.state = 586;
                this.match(MlirParser.T__33);
                }
            }

            this.state = 591;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
                {
                this.state = 589;
                this.integer();
                }
                break;
            case MlirParser.FLOAT:
                {
                this.state = 590;
                this.match(MlirParser.FLOAT);
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
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
    public integer(): IntegerContext {
        let localContext = new IntegerContext(this.context, this.state);
        this.enterRule(localContext, 64, MlirParser.RULE_integer);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 593;
            _la = this.tokenStream.LA(1);
            if(!(((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 57) !== 0))) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
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
    public symbolReference(): SymbolReferenceContext {
        let localContext = new SymbolReferenceContext(this.context, this.state);
        this.enterRule(localContext, 66, MlirParser.RULE_symbolReference);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 595;
            this.match(MlirParser.AT_NAME);
            this.state = 600;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 35) {
                {
                {
                this.state = 596;
                this.match(MlirParser.T__34);
                this.state = 597;
                this.match(MlirParser.AT_NAME);
                }
                }
                this.state = 602;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
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
    public dictionary(): DictionaryContext {
        let localContext = new DictionaryContext(this.context, this.state);
        this.enterRule(localContext, 68, MlirParser.RULE_dictionary);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 603;
            this.match(MlirParser.T__9);
            this.state = 612;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1611661305) !== 0)) {
                {
                this.state = 604;
                this.entry();
                this.state = 609;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 605;
                    this.match(MlirParser.T__1);
                    this.state = 606;
                    this.entry();
                    }
                    }
                    this.state = 611;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 614;
            this.match(MlirParser.T__10);
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
    public entry(): EntryContext {
        let localContext = new EntryContext(this.context, this.state);
        this.enterRule(localContext, 70, MlirParser.RULE_entry);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 618;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STRING:
                {
                this.state = 616;
                this.match(MlirParser.STRING);
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__23:
            case MlirParser.T__24:
            case MlirParser.T__25:
            case MlirParser.T__26:
            case MlirParser.T__27:
            case MlirParser.T__28:
            case MlirParser.T__29:
            case MlirParser.T__30:
            case MlirParser.T__31:
            case MlirParser.T__32:
            case MlirParser.T__36:
            case MlirParser.T__37:
            case MlirParser.T__38:
            case MlirParser.T__39:
            case MlirParser.T__40:
            case MlirParser.T__41:
            case MlirParser.T__42:
            case MlirParser.T__43:
            case MlirParser.T__44:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.X:
            case MlirParser.X_SHAPE:
            case MlirParser.X_EXTENT:
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
            case MlirParser.BARE_NAME:
                {
                this.state = 617;
                this.bareName();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 622;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 1) {
                {
                this.state = 620;
                this.match(MlirParser.T__0);
                this.state = 621;
                this.attribute();
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
    public arrayElement(): ArrayElementContext {
        let localContext = new ArrayElementContext(this.context, this.state);
        this.enterRule(localContext, 72, MlirParser.RULE_arrayElement);
        try {
            this.state = 627;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 624;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 625;
                this.match(MlirParser.T__22);
                }
                break;
            case MlirParser.T__33:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
            case MlirParser.FLOAT:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 626;
                this.number_();
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
    public literal(): LiteralContext {
        let localContext = new LiteralContext(this.context, this.state);
        this.enterRule(localContext, 74, MlirParser.RULE_literal);
        let _la: number;
        try {
            this.state = 648;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__5:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 629;
                this.match(MlirParser.T__5);
                this.state = 638;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 630;
                    this.literal();
                    this.state = 635;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 631;
                        this.match(MlirParser.T__1);
                        this.state = 632;
                        this.literal();
                        }
                        }
                        this.state = 637;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 640;
                this.match(MlirParser.T__6);
                }
                break;
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 641;
                this.match(MlirParser.T__2);
                this.state = 642;
                this.scalar();
                this.state = 643;
                this.match(MlirParser.T__1);
                this.state = 644;
                this.scalar();
                this.state = 645;
                this.match(MlirParser.T__3);
                }
                break;
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__33:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
            case MlirParser.FLOAT:
            case MlirParser.STRING:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 647;
                this.scalar();
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
    public scalar(): ScalarContext {
        let localContext = new ScalarContext(this.context, this.state);
        this.enterRule(localContext, 76, MlirParser.RULE_scalar);
        try {
            this.state = 654;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__33:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
            case MlirParser.FLOAT:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 650;
                this.number_();
                }
                break;
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 651;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 652;
                this.match(MlirParser.T__22);
                }
                break;
            case MlirParser.STRING:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 653;
                this.match(MlirParser.STRING);
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
    public extent(): ExtentContext {
        let localContext = new ExtentContext(this.context, this.state);
        this.enterRule(localContext, 78, MlirParser.RULE_extent);
        let _la: number;
        try {
            this.state = 661;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__20:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 656;
                this.match(MlirParser.T__20);
                }
                break;
            case MlirParser.T__33:
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 658;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 34) {
                    {
                    this.state = 657;
                    this.match(MlirParser.T__33);
                    }
                }

                this.state = 660;
                this.integer();
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
    public affineSpace(): AffineSpaceContext {
        let localContext = new AffineSpaceContext(this.context, this.state);
        this.enterRule(localContext, 80, MlirParser.RULE_affineSpace);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 663;
            this.match(MlirParser.T__2);
            this.state = 665;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790385) !== 0)) {
                {
                this.state = 664;
                this.affineNames();
                }
            }

            this.state = 667;
            this.match(MlirParser.T__3);
            this.state = 673;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 6) {
                {
                this.state = 668;
                this.match(MlirParser.T__5);
                this.state = 670;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790385) !== 0)) {
                    {
                    this.state = 669;
                    this.affineNames();
                    }
                }

                this.state = 672;
                this.match(MlirParser.T__6);
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
    public affineNames(): AffineNamesContext {
        let localContext = new AffineNamesContext(this.context, this.state);
        this.enterRule(localContext, 82, MlirParser.RULE_affineNames);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 675;
            this.affineName();
            this.state = 680;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 676;
                this.match(MlirParser.T__1);
                this.state = 677;
                this.affineName();
                }
                }
                this.state = 682;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
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
    public affineName(): AffineNameContext {
        let localContext = new AffineNameContext(this.context, this.state);
        this.enterRule(localContext, 84, MlirParser.RULE_affineName);
        try {
            this.state = 687;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.BARE_NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 683;
                this.match(MlirParser.BARE_NAME);
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__23:
            case MlirParser.T__24:
            case MlirParser.T__25:
            case MlirParser.T__26:
            case MlirParser.T__27:
            case MlirParser.T__28:
            case MlirParser.T__29:
            case MlirParser.T__30:
            case MlirParser.T__31:
            case MlirParser.T__32:
            case MlirParser.T__36:
            case MlirParser.T__37:
            case MlirParser.T__38:
            case MlirParser.T__39:
            case MlirParser.T__40:
            case MlirParser.T__41:
            case MlirParser.T__42:
            case MlirParser.T__43:
            case MlirParser.T__44:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 684;
                this.keyword();
                }
                break;
            case MlirParser.FLOAT_TYPE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 685;
                this.match(MlirParser.FLOAT_TYPE);
                }
                break;
            case MlirParser.X:
            case MlirParser.X_SHAPE:
            case MlirParser.X_EXTENT:
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 686;
                this.xName();
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
    public affineConstraint(): AffineConstraintContext {
        let localContext = new AffineConstraintContext(this.context, this.state);
        this.enterRule(localContext, 86, MlirParser.RULE_affineConstraint);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 689;
            this.affineExpression();
            this.state = 690;
            _la = this.tokenStream.LA(1);
            if(!((((_la) & ~0x1F) === 0 && ((1 << _la) & 770) !== 0))) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
            }
            this.state = 691;
            this.match(MlirParser.T__0);
            this.state = 692;
            this.affineExpression();
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
    public affineExpression(): AffineExpressionContext {
        let localContext = new AffineExpressionContext(this.context, this.state);
        this.enterRule(localContext, 88, MlirParser.RULE_affineExpression);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 694;
            this.affineProduct();
            this.state = 699;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 34 || _la === 36) {
                {
                {
                this.state = 695;
                _la = this.tokenStream.LA(1);
                if(!(_la === 34 || _la === 36)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 696;
                this.affineProduct();
                }
                }
                this.state = 701;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
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
    public affineProduct(): AffineProductContext {
        let localContext = new AffineProductContext(this.context, this.state);
        this.enterRule(localContext, 90, MlirParser.RULE_affineProduct);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 702;
            this.affineOperand();
            this.state = 707;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (((((_la - 20)) & ~0x1F) === 0 && ((1 << (_la - 20)) & 917505) !== 0)) {
                {
                {
                this.state = 703;
                _la = this.tokenStream.LA(1);
                if(!(((((_la - 20)) & ~0x1F) === 0 && ((1 << (_la - 20)) & 917505) !== 0))) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 704;
                this.affineOperand();
                }
                }
                this.state = 709;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
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
    public affineOperand(): AffineOperandContext {
        let localContext = new AffineOperandContext(this.context, this.state);
        this.enterRule(localContext, 92, MlirParser.RULE_affineOperand);
        try {
            this.state = 718;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__33:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 710;
                this.match(MlirParser.T__33);
                this.state = 711;
                this.affineOperand();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 712;
                this.integer();
                }
                break;
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 713;
                this.match(MlirParser.T__2);
                this.state = 714;
                this.affineExpression();
                this.state = 715;
                this.match(MlirParser.T__3);
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__23:
            case MlirParser.T__24:
            case MlirParser.T__25:
            case MlirParser.T__26:
            case MlirParser.T__27:
            case MlirParser.T__28:
            case MlirParser.T__29:
            case MlirParser.T__30:
            case MlirParser.T__31:
            case MlirParser.T__32:
            case MlirParser.T__36:
            case MlirParser.T__37:
            case MlirParser.T__38:
            case MlirParser.T__39:
            case MlirParser.T__40:
            case MlirParser.T__41:
            case MlirParser.T__42:
            case MlirParser.T__43:
            case MlirParser.T__44:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.X:
            case MlirParser.X_SHAPE:
            case MlirParser.X_EXTENT:
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
            case MlirParser.BARE_NAME:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 717;
                this.bareName();
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
    public location(): LocationContext {
        let localContext = new LocationContext(this.context, this.state);
        this.enterRule(localContext, 94, MlirParser.RULE_location);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 720;
            this.locationAttribute();
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
    public locationAttribute(): LocationAttributeContext {
        let localContext = new LocationAttributeContext(this.context, this.state);
        this.enterRule(localContext, 96, MlirParser.RULE_locationAttribute);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 722;
            this.match(MlirParser.T__39);
            this.state = 723;
            this.match(MlirParser.T__2);
            this.state = 724;
            this.locationBody();
            this.state = 725;
            this.match(MlirParser.T__3);
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
    public locationBody(): LocationBodyContext {
        let localContext = new LocationBodyContext(this.context, this.state);
        this.enterRule(localContext, 98, MlirParser.RULE_locationBody);
        let _la: number;
        try {
            this.state = 778;
            this.errorHandler.sync(this);
            switch (this.interpreter.adaptivePredict(this.tokenStream, 93, this.context) ) {
            case 1:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 727;
                this.match(MlirParser.HASH_NAME);
                }
                break;
            case 2:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 728;
                this.match(MlirParser.HASH_NUMBER);
                }
                break;
            case 3:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 729;
                this.extendedAttribute();
                }
                break;
            case 4:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 730;
                this.match(MlirParser.STRING);
                }
                break;
            case 5:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 731;
                this.match(MlirParser.STRING);
                this.state = 732;
                this.match(MlirParser.T__2);
                this.state = 733;
                this.locationBody();
                this.state = 734;
                this.match(MlirParser.T__3);
                }
                break;
            case 6:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 736;
                this.match(MlirParser.STRING);
                this.state = 737;
                this.match(MlirParser.T__4);
                this.state = 738;
                this.integer();
                this.state = 749;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 739;
                    this.match(MlirParser.T__4);
                    this.state = 740;
                    this.integer();
                    this.state = 747;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    if (_la === 41) {
                        {
                        this.state = 741;
                        this.match(MlirParser.T__40);
                        this.state = 743;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                        if (((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 57) !== 0)) {
                            {
                            this.state = 742;
                            this.integer();
                            }
                        }

                        this.state = 745;
                        this.match(MlirParser.T__4);
                        this.state = 746;
                        this.integer();
                        }
                    }

                    }
                }

                }
                break;
            case 7:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 751;
                this.match(MlirParser.T__41);
                }
                break;
            case 8:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 752;
                this.match(MlirParser.T__42);
                this.state = 753;
                this.match(MlirParser.T__2);
                this.state = 754;
                this.locationBody();
                this.state = 755;
                this.match(MlirParser.T__43);
                this.state = 756;
                this.locationBody();
                this.state = 757;
                this.match(MlirParser.T__3);
                }
                break;
            case 9:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 759;
                this.match(MlirParser.T__44);
                this.state = 764;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 8) {
                    {
                    this.state = 760;
                    this.match(MlirParser.T__7);
                    this.state = 761;
                    this.attribute();
                    this.state = 762;
                    this.match(MlirParser.T__8);
                    }
                }

                this.state = 766;
                this.match(MlirParser.T__5);
                this.state = 775;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 42)) & ~0x1F) === 0 && ((1 << (_la - 42)) & 11) !== 0) || ((((_la - 74)) & ~0x1F) === 0 && ((1 << (_la - 74)) & 353) !== 0)) {
                    {
                    this.state = 767;
                    this.locationBody();
                    this.state = 772;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 768;
                        this.match(MlirParser.T__1);
                        this.state = 769;
                        this.locationBody();
                        }
                        }
                        this.state = 774;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 777;
                this.match(MlirParser.T__6);
                }
                break;
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
    public resources(): ResourcesContext {
        let localContext = new ResourcesContext(this.context, this.state);
        this.enterRule(localContext, 100, MlirParser.RULE_resources);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 780;
            this.match(MlirParser.T__45);
            this.state = 789;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                {
                this.state = 781;
                this.resourceSection();
                this.state = 786;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 782;
                    this.match(MlirParser.T__1);
                    this.state = 783;
                    this.resourceSection();
                    }
                    }
                    this.state = 788;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 791;
            this.match(MlirParser.T__46);
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
    public resourceSection(): ResourceSectionContext {
        let localContext = new ResourceSectionContext(this.context, this.state);
        this.enterRule(localContext, 102, MlirParser.RULE_resourceSection);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 793;
            this.bareName();
            this.state = 794;
            this.match(MlirParser.T__4);
            this.state = 795;
            this.match(MlirParser.T__9);
            this.state = 804;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                {
                this.state = 796;
                this.resourceOwner();
                this.state = 801;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 797;
                    this.match(MlirParser.T__1);
                    this.state = 798;
                    this.resourceOwner();
                    }
                    }
                    this.state = 803;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 806;
            this.match(MlirParser.T__10);
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
    public resourceOwner(): ResourceOwnerContext {
        let localContext = new ResourceOwnerContext(this.context, this.state);
        this.enterRule(localContext, 104, MlirParser.RULE_resourceOwner);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 808;
            this.bareName();
            this.state = 809;
            this.match(MlirParser.T__4);
            this.state = 810;
            this.match(MlirParser.T__9);
            this.state = 819;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1611661305) !== 0)) {
                {
                this.state = 811;
                this.resourceEntry();
                this.state = 816;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 812;
                    this.match(MlirParser.T__1);
                    this.state = 813;
                    this.resourceEntry();
                    }
                    }
                    this.state = 818;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 821;
            this.match(MlirParser.T__10);
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
    public resourceEntry(): ResourceEntryContext {
        let localContext = new ResourceEntryContext(this.context, this.state);
        this.enterRule(localContext, 106, MlirParser.RULE_resourceEntry);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 825;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STRING:
                {
                this.state = 823;
                this.match(MlirParser.STRING);
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__23:
            case MlirParser.T__24:
            case MlirParser.T__25:
            case MlirParser.T__26:
            case MlirParser.T__27:
            case MlirParser.T__28:
            case MlirParser.T__29:
            case MlirParser.T__30:
            case MlirParser.T__31:
            case MlirParser.T__32:
            case MlirParser.T__36:
            case MlirParser.T__37:
            case MlirParser.T__38:
            case MlirParser.T__39:
            case MlirParser.T__40:
            case MlirParser.T__41:
            case MlirParser.T__42:
            case MlirParser.T__43:
            case MlirParser.T__44:
            case MlirParser.INTEGER_TYPE:
            case MlirParser.FLOAT_TYPE:
            case MlirParser.X:
            case MlirParser.X_SHAPE:
            case MlirParser.X_EXTENT:
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
            case MlirParser.BARE_NAME:
                {
                this.state = 824;
                this.bareName();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 827;
            this.match(MlirParser.T__4);
            this.state = 828;
            _la = this.tokenStream.LA(1);
            if(!(_la === 22 || _la === 23 || _la === 74)) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
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
    public bareName(): BareNameContext {
        let localContext = new BareNameContext(this.context, this.state);
        this.enterRule(localContext, 108, MlirParser.RULE_bareName);
        try {
            this.state = 835;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.BARE_NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 830;
                this.match(MlirParser.BARE_NAME);
                }
                break;
            case MlirParser.INTEGER_TYPE:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 831;
                this.match(MlirParser.INTEGER_TYPE);
                }
                break;
            case MlirParser.FLOAT_TYPE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 832;
                this.match(MlirParser.FLOAT_TYPE);
                }
                break;
            case MlirParser.T__12:
            case MlirParser.T__13:
            case MlirParser.T__14:
            case MlirParser.T__15:
            case MlirParser.T__16:
            case MlirParser.T__17:
            case MlirParser.T__18:
            case MlirParser.T__21:
            case MlirParser.T__22:
            case MlirParser.T__23:
            case MlirParser.T__24:
            case MlirParser.T__25:
            case MlirParser.T__26:
            case MlirParser.T__27:
            case MlirParser.T__28:
            case MlirParser.T__29:
            case MlirParser.T__30:
            case MlirParser.T__31:
            case MlirParser.T__32:
            case MlirParser.T__36:
            case MlirParser.T__37:
            case MlirParser.T__38:
            case MlirParser.T__39:
            case MlirParser.T__40:
            case MlirParser.T__41:
            case MlirParser.T__42:
            case MlirParser.T__43:
            case MlirParser.T__44:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 833;
                this.keyword();
                }
                break;
            case MlirParser.X:
            case MlirParser.X_SHAPE:
            case MlirParser.X_EXTENT:
            case MlirParser.X_SCALAR:
            case MlirParser.X_TENSOR:
            case MlirParser.X_VECTOR:
            case MlirParser.X_MEMREF:
            case MlirParser.X_COMPLEX:
            case MlirParser.X_TUPLE:
            case MlirParser.X_SHAPE_SCALAR:
            case MlirParser.X_SHAPE_TENSOR:
            case MlirParser.X_SHAPE_VECTOR:
            case MlirParser.X_SHAPE_MEMREF:
            case MlirParser.X_SHAPE_COMPLEX:
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 834;
                this.xName();
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
    public keyword(): KeywordContext {
        let localContext = new KeywordContext(this.context, this.state);
        this.enterRule(localContext, 110, MlirParser.RULE_keyword);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 837;
            _la = this.tokenStream.LA(1);
            if(!((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291813376) !== 0) || ((((_la - 32)) & ~0x1F) === 0 && ((1 << (_la - 32)) & 16355) !== 0))) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
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
    public xName(): XNameContext {
        let localContext = new XNameContext(this.context, this.state);
        this.enterRule(localContext, 112, MlirParser.RULE_xName);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 839;
            _la = this.tokenStream.LA(1);
            if(!(((((_la - 50)) & ~0x1F) === 0 && ((1 << (_la - 50)) & 32767) !== 0))) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
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

    public static readonly _serializedATN: number[] = [
        4,1,86,842,2,0,7,0,2,1,7,1,2,2,7,2,2,3,7,3,2,4,7,4,2,5,7,5,2,6,7,
        6,2,7,7,7,2,8,7,8,2,9,7,9,2,10,7,10,2,11,7,11,2,12,7,12,2,13,7,13,
        2,14,7,14,2,15,7,15,2,16,7,16,2,17,7,17,2,18,7,18,2,19,7,19,2,20,
        7,20,2,21,7,21,2,22,7,22,2,23,7,23,2,24,7,24,2,25,7,25,2,26,7,26,
        2,27,7,27,2,28,7,28,2,29,7,29,2,30,7,30,2,31,7,31,2,32,7,32,2,33,
        7,33,2,34,7,34,2,35,7,35,2,36,7,36,2,37,7,37,2,38,7,38,2,39,7,39,
        2,40,7,40,2,41,7,41,2,42,7,42,2,43,7,43,2,44,7,44,2,45,7,45,2,46,
        7,46,2,47,7,47,2,48,7,48,2,49,7,49,2,50,7,50,2,51,7,51,2,52,7,52,
        2,53,7,53,2,54,7,54,2,55,7,55,2,56,7,56,1,0,1,0,1,0,1,0,5,0,119,
        8,0,10,0,12,0,122,9,0,1,0,1,0,1,1,1,1,1,1,1,1,1,2,1,2,1,2,1,2,1,
        3,1,3,1,3,5,3,137,8,3,10,3,12,3,140,9,3,1,3,1,3,3,3,144,8,3,1,3,
        1,3,1,3,1,3,1,3,5,3,151,8,3,10,3,12,3,154,9,3,3,3,156,8,3,1,3,1,
        3,3,3,160,8,3,1,3,3,3,163,8,3,1,3,3,3,166,8,3,1,3,3,3,169,8,3,1,
        3,1,3,1,3,3,3,174,8,3,1,4,1,4,1,4,3,4,179,8,4,1,5,1,5,3,5,183,8,
        5,1,6,1,6,1,6,1,6,5,6,189,8,6,10,6,12,6,192,9,6,1,6,1,6,1,7,1,7,
        1,7,1,7,1,8,1,8,1,8,1,8,5,8,204,8,8,10,8,12,8,207,9,8,1,8,1,8,1,
        9,1,9,5,9,213,8,9,10,9,12,9,216,9,9,1,9,5,9,219,8,9,10,9,12,9,222,
        9,9,1,9,1,9,1,10,1,10,3,10,228,8,10,1,10,1,10,5,10,232,8,10,10,10,
        12,10,235,9,10,1,11,1,11,1,11,1,11,5,11,241,8,11,10,11,12,11,244,
        9,11,3,11,246,8,11,1,11,1,11,1,12,1,12,1,12,1,12,3,12,254,8,12,1,
        13,1,13,3,13,258,8,13,1,14,1,14,1,14,1,14,5,14,264,8,14,10,14,12,
        14,267,9,14,3,14,269,8,14,1,14,1,14,1,14,1,14,1,14,1,14,1,14,5,14,
        278,8,14,10,14,12,14,281,9,14,3,14,283,8,14,1,14,3,14,286,8,14,1,
        15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,
        15,1,15,1,15,3,15,304,8,15,1,16,1,16,1,16,1,16,3,16,310,8,16,1,16,
        1,16,3,16,314,8,16,3,16,316,8,16,1,16,1,16,1,17,1,17,1,17,1,17,1,
        18,1,18,1,18,1,18,1,18,3,18,329,8,18,1,18,1,18,1,18,5,18,334,8,18,
        10,18,12,18,337,9,18,3,18,339,8,18,1,18,1,18,1,19,1,19,1,19,1,19,
        1,20,1,20,1,20,1,20,5,20,351,8,20,10,20,12,20,354,9,20,3,20,356,
        8,20,1,20,1,20,1,21,1,21,1,21,1,21,1,21,1,21,1,21,1,21,3,21,368,
        8,21,1,22,1,22,1,22,1,22,1,22,1,22,3,22,376,8,22,1,23,1,23,1,23,
        1,23,3,23,382,8,23,1,24,1,24,1,24,3,24,387,8,24,1,25,1,25,1,25,1,
        25,1,25,1,25,1,25,1,25,1,25,1,25,1,25,3,25,400,8,25,1,26,1,26,1,
        26,1,26,1,26,1,26,1,26,1,26,1,26,1,26,1,26,3,26,413,8,26,1,27,1,
        27,1,27,1,27,1,27,1,27,1,27,3,27,422,8,27,1,27,1,27,1,27,3,27,427,
        8,27,1,28,1,28,1,28,1,28,1,28,1,28,3,28,435,8,28,1,29,1,29,1,29,
        3,29,440,8,29,1,29,1,29,1,29,3,29,445,8,29,1,29,1,29,1,29,1,29,1,
        29,1,29,1,29,1,29,5,29,455,8,29,10,29,12,29,458,9,29,3,29,460,8,
        29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,
        29,5,29,475,8,29,10,29,12,29,478,9,29,3,29,480,8,29,1,29,1,29,1,
        29,1,29,1,29,3,29,487,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,
        29,1,29,3,29,498,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,3,29,507,
        8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,5,29,
        520,8,29,10,29,12,29,523,9,29,3,29,525,8,29,1,29,1,29,1,29,1,29,
        1,29,1,29,1,29,1,29,1,29,1,29,1,29,5,29,538,8,29,10,29,12,29,541,
        9,29,3,29,543,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,
        5,29,554,8,29,10,29,12,29,557,9,29,3,29,559,8,29,1,29,1,29,1,29,
        1,29,1,29,3,29,566,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,3,29,
        575,8,29,1,29,1,29,1,29,3,29,580,8,29,1,30,1,30,1,30,3,30,585,8,
        30,1,31,3,31,588,8,31,1,31,1,31,3,31,592,8,31,1,32,1,32,1,33,1,33,
        1,33,5,33,599,8,33,10,33,12,33,602,9,33,1,34,1,34,1,34,1,34,5,34,
        608,8,34,10,34,12,34,611,9,34,3,34,613,8,34,1,34,1,34,1,35,1,35,
        3,35,619,8,35,1,35,1,35,3,35,623,8,35,1,36,1,36,1,36,3,36,628,8,
        36,1,37,1,37,1,37,1,37,5,37,634,8,37,10,37,12,37,637,9,37,3,37,639,
        8,37,1,37,1,37,1,37,1,37,1,37,1,37,1,37,1,37,3,37,649,8,37,1,38,
        1,38,1,38,1,38,3,38,655,8,38,1,39,1,39,3,39,659,8,39,1,39,3,39,662,
        8,39,1,40,1,40,3,40,666,8,40,1,40,1,40,1,40,3,40,671,8,40,1,40,3,
        40,674,8,40,1,41,1,41,1,41,5,41,679,8,41,10,41,12,41,682,9,41,1,
        42,1,42,1,42,1,42,3,42,688,8,42,1,43,1,43,1,43,1,43,1,43,1,44,1,
        44,1,44,5,44,698,8,44,10,44,12,44,701,9,44,1,45,1,45,1,45,5,45,706,
        8,45,10,45,12,45,709,9,45,1,46,1,46,1,46,1,46,1,46,1,46,1,46,1,46,
        3,46,719,8,46,1,47,1,47,1,48,1,48,1,48,1,48,1,48,1,49,1,49,1,49,
        1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,
        3,49,744,8,49,1,49,1,49,3,49,748,8,49,3,49,750,8,49,1,49,1,49,1,
        49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,1,49,3,49,765,8,
        49,1,49,1,49,1,49,1,49,5,49,771,8,49,10,49,12,49,774,9,49,3,49,776,
        8,49,1,49,3,49,779,8,49,1,50,1,50,1,50,1,50,5,50,785,8,50,10,50,
        12,50,788,9,50,3,50,790,8,50,1,50,1,50,1,51,1,51,1,51,1,51,1,51,
        1,51,5,51,800,8,51,10,51,12,51,803,9,51,3,51,805,8,51,1,51,1,51,
        1,52,1,52,1,52,1,52,1,52,1,52,5,52,815,8,52,10,52,12,52,818,9,52,
        3,52,820,8,52,1,52,1,52,1,53,1,53,3,53,826,8,53,1,53,1,53,1,53,1,
        54,1,54,1,54,1,54,1,54,3,54,836,8,54,1,55,1,55,1,56,1,56,1,56,0,
        0,57,0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,30,32,34,36,38,40,42,
        44,46,48,50,52,54,56,58,60,62,64,66,68,70,72,74,76,78,80,82,84,86,
        88,90,92,94,96,98,100,102,104,106,108,110,112,0,11,1,0,79,80,1,0,
        65,66,2,0,21,21,70,70,1,0,50,51,2,0,67,67,70,72,2,0,1,1,8,9,2,0,
        34,34,36,36,2,0,20,20,37,39,2,0,22,23,74,74,3,0,13,19,22,33,37,45,
        1,0,50,64,953,0,120,1,0,0,0,2,125,1,0,0,0,4,129,1,0,0,0,6,143,1,
        0,0,0,8,175,1,0,0,0,10,180,1,0,0,0,12,184,1,0,0,0,14,195,1,0,0,0,
        16,199,1,0,0,0,18,210,1,0,0,0,20,225,1,0,0,0,22,236,1,0,0,0,24,249,
        1,0,0,0,26,257,1,0,0,0,28,259,1,0,0,0,30,303,1,0,0,0,32,305,1,0,
        0,0,34,319,1,0,0,0,36,323,1,0,0,0,38,342,1,0,0,0,40,346,1,0,0,0,
        42,367,1,0,0,0,44,375,1,0,0,0,46,381,1,0,0,0,48,386,1,0,0,0,50,399,
        1,0,0,0,52,412,1,0,0,0,54,426,1,0,0,0,56,434,1,0,0,0,58,579,1,0,
        0,0,60,581,1,0,0,0,62,587,1,0,0,0,64,593,1,0,0,0,66,595,1,0,0,0,
        68,603,1,0,0,0,70,618,1,0,0,0,72,627,1,0,0,0,74,648,1,0,0,0,76,654,
        1,0,0,0,78,661,1,0,0,0,80,663,1,0,0,0,82,675,1,0,0,0,84,687,1,0,
        0,0,86,689,1,0,0,0,88,694,1,0,0,0,90,702,1,0,0,0,92,718,1,0,0,0,
        94,720,1,0,0,0,96,722,1,0,0,0,98,778,1,0,0,0,100,780,1,0,0,0,102,
        793,1,0,0,0,104,808,1,0,0,0,106,825,1,0,0,0,108,835,1,0,0,0,110,
        837,1,0,0,0,112,839,1,0,0,0,114,119,3,2,1,0,115,119,3,4,2,0,116,
        119,3,6,3,0,117,119,3,100,50,0,118,114,1,0,0,0,118,115,1,0,0,0,118,
        116,1,0,0,0,118,117,1,0,0,0,119,122,1,0,0,0,120,118,1,0,0,0,120,
        121,1,0,0,0,121,123,1,0,0,0,122,120,1,0,0,0,123,124,5,0,0,1,124,
        1,1,0,0,0,125,126,7,0,0,0,126,127,5,1,0,0,127,128,3,58,29,0,128,
        3,1,0,0,0,129,130,5,81,0,0,130,131,5,1,0,0,131,132,3,26,13,0,132,
        5,1,0,0,0,133,138,3,8,4,0,134,135,5,2,0,0,135,137,3,8,4,0,136,134,
        1,0,0,0,137,140,1,0,0,0,138,136,1,0,0,0,138,139,1,0,0,0,139,141,
        1,0,0,0,140,138,1,0,0,0,141,142,5,1,0,0,142,144,1,0,0,0,143,133,
        1,0,0,0,143,144,1,0,0,0,144,145,1,0,0,0,145,146,5,74,0,0,146,155,
        5,3,0,0,147,152,3,10,5,0,148,149,5,2,0,0,149,151,3,10,5,0,150,148,
        1,0,0,0,151,154,1,0,0,0,152,150,1,0,0,0,152,153,1,0,0,0,153,156,
        1,0,0,0,154,152,1,0,0,0,155,147,1,0,0,0,155,156,1,0,0,0,156,157,
        1,0,0,0,157,159,5,4,0,0,158,160,3,12,6,0,159,158,1,0,0,0,159,160,
        1,0,0,0,160,162,1,0,0,0,161,163,3,14,7,0,162,161,1,0,0,0,162,163,
        1,0,0,0,163,165,1,0,0,0,164,166,3,16,8,0,165,164,1,0,0,0,165,166,
        1,0,0,0,166,168,1,0,0,0,167,169,3,68,34,0,168,167,1,0,0,0,168,169,
        1,0,0,0,169,170,1,0,0,0,170,171,5,5,0,0,171,173,3,28,14,0,172,174,
        3,94,47,0,173,172,1,0,0,0,173,174,1,0,0,0,174,7,1,0,0,0,175,178,
        5,76,0,0,176,177,5,5,0,0,177,179,3,64,32,0,178,176,1,0,0,0,178,179,
        1,0,0,0,179,9,1,0,0,0,180,182,5,76,0,0,181,183,5,79,0,0,182,181,
        1,0,0,0,182,183,1,0,0,0,183,11,1,0,0,0,184,185,5,6,0,0,185,190,5,
        77,0,0,186,187,5,2,0,0,187,189,5,77,0,0,188,186,1,0,0,0,189,192,
        1,0,0,0,190,188,1,0,0,0,190,191,1,0,0,0,191,193,1,0,0,0,192,190,
        1,0,0,0,193,194,5,7,0,0,194,13,1,0,0,0,195,196,5,8,0,0,196,197,3,
        58,29,0,197,198,5,9,0,0,198,15,1,0,0,0,199,200,5,3,0,0,200,205,3,
        18,9,0,201,202,5,2,0,0,202,204,3,18,9,0,203,201,1,0,0,0,204,207,
        1,0,0,0,205,203,1,0,0,0,205,206,1,0,0,0,206,208,1,0,0,0,207,205,
        1,0,0,0,208,209,5,4,0,0,209,17,1,0,0,0,210,214,5,10,0,0,211,213,
        3,6,3,0,212,211,1,0,0,0,213,216,1,0,0,0,214,212,1,0,0,0,214,215,
        1,0,0,0,215,220,1,0,0,0,216,214,1,0,0,0,217,219,3,20,10,0,218,217,
        1,0,0,0,219,222,1,0,0,0,220,218,1,0,0,0,220,221,1,0,0,0,221,223,
        1,0,0,0,222,220,1,0,0,0,223,224,5,11,0,0,224,19,1,0,0,0,225,227,
        5,77,0,0,226,228,3,22,11,0,227,226,1,0,0,0,227,228,1,0,0,0,228,229,
        1,0,0,0,229,233,5,5,0,0,230,232,3,6,3,0,231,230,1,0,0,0,232,235,
        1,0,0,0,233,231,1,0,0,0,233,234,1,0,0,0,234,21,1,0,0,0,235,233,1,
        0,0,0,236,245,5,3,0,0,237,242,3,24,12,0,238,239,5,2,0,0,239,241,
        3,24,12,0,240,238,1,0,0,0,241,244,1,0,0,0,242,240,1,0,0,0,242,243,
        1,0,0,0,243,246,1,0,0,0,244,242,1,0,0,0,245,237,1,0,0,0,245,246,
        1,0,0,0,246,247,1,0,0,0,247,248,5,4,0,0,248,23,1,0,0,0,249,250,5,
        76,0,0,250,251,5,5,0,0,251,253,3,26,13,0,252,254,3,94,47,0,253,252,
        1,0,0,0,253,254,1,0,0,0,254,25,1,0,0,0,255,258,3,28,14,0,256,258,
        3,30,15,0,257,255,1,0,0,0,257,256,1,0,0,0,258,27,1,0,0,0,259,268,
        5,3,0,0,260,265,3,26,13,0,261,262,5,2,0,0,262,264,3,26,13,0,263,
        261,1,0,0,0,264,267,1,0,0,0,265,263,1,0,0,0,265,266,1,0,0,0,266,
        269,1,0,0,0,267,265,1,0,0,0,268,260,1,0,0,0,268,269,1,0,0,0,269,
        270,1,0,0,0,270,271,5,4,0,0,271,285,5,12,0,0,272,286,3,30,15,0,273,
        282,5,3,0,0,274,279,3,26,13,0,275,276,5,2,0,0,276,278,3,26,13,0,
        277,275,1,0,0,0,278,281,1,0,0,0,279,277,1,0,0,0,279,280,1,0,0,0,
        280,283,1,0,0,0,281,279,1,0,0,0,282,274,1,0,0,0,282,283,1,0,0,0,
        283,284,1,0,0,0,284,286,5,4,0,0,285,272,1,0,0,0,285,273,1,0,0,0,
        286,29,1,0,0,0,287,304,5,81,0,0,288,304,5,83,0,0,289,304,5,48,0,
        0,290,304,5,49,0,0,291,304,5,13,0,0,292,304,5,14,0,0,293,294,5,15,
        0,0,294,304,3,32,16,0,295,296,5,16,0,0,296,304,3,34,17,0,297,298,
        5,17,0,0,298,304,3,36,18,0,299,300,5,18,0,0,300,304,3,38,19,0,301,
        302,5,19,0,0,302,304,3,40,20,0,303,287,1,0,0,0,303,288,1,0,0,0,303,
        289,1,0,0,0,303,290,1,0,0,0,303,291,1,0,0,0,303,292,1,0,0,0,303,
        293,1,0,0,0,303,295,1,0,0,0,303,297,1,0,0,0,303,299,1,0,0,0,303,
        301,1,0,0,0,304,31,1,0,0,0,305,309,5,8,0,0,306,307,5,20,0,0,307,
        310,3,48,24,0,308,310,3,42,21,0,309,306,1,0,0,0,309,308,1,0,0,0,
        310,315,1,0,0,0,311,313,5,2,0,0,312,314,3,58,29,0,313,312,1,0,0,
        0,313,314,1,0,0,0,314,316,1,0,0,0,315,311,1,0,0,0,315,316,1,0,0,
        0,316,317,1,0,0,0,317,318,5,9,0,0,318,33,1,0,0,0,319,320,5,8,0,0,
        320,321,3,54,27,0,321,322,5,9,0,0,322,35,1,0,0,0,323,338,5,8,0,0,
        324,325,5,20,0,0,325,328,3,48,24,0,326,327,5,2,0,0,327,329,3,58,
        29,0,328,326,1,0,0,0,328,329,1,0,0,0,329,339,1,0,0,0,330,335,3,42,
        21,0,331,332,5,2,0,0,332,334,3,58,29,0,333,331,1,0,0,0,334,337,1,
        0,0,0,335,333,1,0,0,0,335,336,1,0,0,0,336,339,1,0,0,0,337,335,1,
        0,0,0,338,324,1,0,0,0,338,330,1,0,0,0,339,340,1,0,0,0,340,341,5,
        9,0,0,341,37,1,0,0,0,342,343,5,8,0,0,343,344,3,26,13,0,344,345,5,
        9,0,0,345,39,1,0,0,0,346,355,5,8,0,0,347,352,3,26,13,0,348,349,5,
        2,0,0,349,351,3,26,13,0,350,348,1,0,0,0,351,354,1,0,0,0,352,350,
        1,0,0,0,352,353,1,0,0,0,353,356,1,0,0,0,354,352,1,0,0,0,355,347,
        1,0,0,0,355,356,1,0,0,0,356,357,1,0,0,0,357,358,5,9,0,0,358,41,1,
        0,0,0,359,360,7,1,0,0,360,368,3,42,21,0,361,362,7,2,0,0,362,368,
        3,44,22,0,363,364,5,71,0,0,364,368,3,44,22,0,365,368,3,46,23,0,366,
        368,3,26,13,0,367,359,1,0,0,0,367,361,1,0,0,0,367,363,1,0,0,0,367,
        365,1,0,0,0,367,366,1,0,0,0,368,43,1,0,0,0,369,370,7,3,0,0,370,376,
        3,42,21,0,371,372,5,52,0,0,372,376,3,44,22,0,373,376,3,50,25,0,374,
        376,3,52,26,0,375,369,1,0,0,0,375,371,1,0,0,0,375,373,1,0,0,0,375,
        374,1,0,0,0,376,45,1,0,0,0,377,382,5,67,0,0,378,382,5,68,0,0,379,
        380,5,69,0,0,380,382,3,38,19,0,381,377,1,0,0,0,381,378,1,0,0,0,381,
        379,1,0,0,0,382,47,1,0,0,0,383,384,5,50,0,0,384,387,3,26,13,0,385,
        387,3,50,25,0,386,383,1,0,0,0,386,385,1,0,0,0,387,49,1,0,0,0,388,
        400,5,53,0,0,389,390,5,54,0,0,390,400,3,32,16,0,391,392,5,55,0,0,
        392,400,3,34,17,0,393,394,5,56,0,0,394,400,3,36,18,0,395,396,5,57,
        0,0,396,400,3,38,19,0,397,398,5,58,0,0,398,400,3,40,20,0,399,388,
        1,0,0,0,399,389,1,0,0,0,399,391,1,0,0,0,399,393,1,0,0,0,399,395,
        1,0,0,0,399,397,1,0,0,0,400,51,1,0,0,0,401,413,5,59,0,0,402,403,
        5,60,0,0,403,413,3,32,16,0,404,405,5,61,0,0,405,413,3,34,17,0,406,
        407,5,62,0,0,407,413,3,36,18,0,408,409,5,63,0,0,409,413,3,38,19,
        0,410,411,5,64,0,0,411,413,3,40,20,0,412,401,1,0,0,0,412,402,1,0,
        0,0,412,404,1,0,0,0,412,406,1,0,0,0,412,408,1,0,0,0,412,410,1,0,
        0,0,413,53,1,0,0,0,414,415,5,65,0,0,415,427,3,54,27,0,416,422,5,
        70,0,0,417,422,5,71,0,0,418,419,5,6,0,0,419,420,5,70,0,0,420,422,
        5,7,0,0,421,416,1,0,0,0,421,417,1,0,0,0,421,418,1,0,0,0,422,423,
        1,0,0,0,423,427,3,56,28,0,424,427,3,46,23,0,425,427,3,26,13,0,426,
        414,1,0,0,0,426,421,1,0,0,0,426,424,1,0,0,0,426,425,1,0,0,0,427,
        55,1,0,0,0,428,429,7,3,0,0,429,435,3,54,27,0,430,431,5,52,0,0,431,
        435,3,56,28,0,432,435,3,50,25,0,433,435,3,52,26,0,434,428,1,0,0,
        0,434,430,1,0,0,0,434,432,1,0,0,0,434,433,1,0,0,0,435,57,1,0,0,0,
        436,439,3,62,31,0,437,438,5,5,0,0,438,440,3,26,13,0,439,437,1,0,
        0,0,439,440,1,0,0,0,440,580,1,0,0,0,441,444,5,74,0,0,442,443,5,5,
        0,0,443,445,3,26,13,0,444,442,1,0,0,0,444,445,1,0,0,0,445,580,1,
        0,0,0,446,580,3,66,33,0,447,580,5,80,0,0,448,580,5,79,0,0,449,580,
        3,60,30,0,450,459,5,6,0,0,451,456,3,58,29,0,452,453,5,2,0,0,453,
        455,3,58,29,0,454,452,1,0,0,0,455,458,1,0,0,0,456,454,1,0,0,0,456,
        457,1,0,0,0,457,460,1,0,0,0,458,456,1,0,0,0,459,451,1,0,0,0,459,
        460,1,0,0,0,460,461,1,0,0,0,461,580,5,7,0,0,462,580,3,68,34,0,463,
        580,5,22,0,0,464,580,5,23,0,0,465,580,5,24,0,0,466,580,3,96,48,0,
        467,468,5,25,0,0,468,469,5,8,0,0,469,479,3,26,13,0,470,471,5,5,0,
        0,471,476,3,72,36,0,472,473,5,2,0,0,473,475,3,72,36,0,474,472,1,
        0,0,0,475,478,1,0,0,0,476,474,1,0,0,0,476,477,1,0,0,0,477,480,1,
        0,0,0,478,476,1,0,0,0,479,470,1,0,0,0,479,480,1,0,0,0,480,481,1,
        0,0,0,481,482,5,9,0,0,482,580,1,0,0,0,483,484,5,26,0,0,484,486,5,
        8,0,0,485,487,3,74,37,0,486,485,1,0,0,0,486,487,1,0,0,0,487,488,
        1,0,0,0,488,489,5,9,0,0,489,490,5,5,0,0,490,580,3,26,13,0,491,492,
        5,27,0,0,492,497,5,8,0,0,493,494,3,74,37,0,494,495,5,2,0,0,495,496,
        3,74,37,0,496,498,1,0,0,0,497,493,1,0,0,0,497,498,1,0,0,0,498,499,
        1,0,0,0,499,500,5,9,0,0,500,501,5,5,0,0,501,580,3,26,13,0,502,503,
        5,28,0,0,503,506,5,8,0,0,504,507,5,74,0,0,505,507,3,108,54,0,506,
        504,1,0,0,0,506,505,1,0,0,0,507,508,1,0,0,0,508,509,5,9,0,0,509,
        510,5,5,0,0,510,580,3,26,13,0,511,512,5,29,0,0,512,513,5,8,0,0,513,
        514,3,80,40,0,514,515,5,12,0,0,515,524,5,3,0,0,516,521,3,88,44,0,
        517,518,5,2,0,0,518,520,3,88,44,0,519,517,1,0,0,0,520,523,1,0,0,
        0,521,519,1,0,0,0,521,522,1,0,0,0,522,525,1,0,0,0,523,521,1,0,0,
        0,524,516,1,0,0,0,524,525,1,0,0,0,525,526,1,0,0,0,526,527,5,4,0,
        0,527,528,5,9,0,0,528,580,1,0,0,0,529,530,5,30,0,0,530,531,5,8,0,
        0,531,532,3,80,40,0,532,533,5,5,0,0,533,542,5,3,0,0,534,539,3,86,
        43,0,535,536,5,2,0,0,536,538,3,86,43,0,537,535,1,0,0,0,538,541,1,
        0,0,0,539,537,1,0,0,0,539,540,1,0,0,0,540,543,1,0,0,0,541,539,1,
        0,0,0,542,534,1,0,0,0,542,543,1,0,0,0,543,544,1,0,0,0,544,545,5,
        4,0,0,545,546,5,9,0,0,546,580,1,0,0,0,547,548,5,31,0,0,548,549,5,
        8,0,0,549,558,5,6,0,0,550,555,3,78,39,0,551,552,5,2,0,0,552,554,
        3,78,39,0,553,551,1,0,0,0,554,557,1,0,0,0,555,553,1,0,0,0,555,556,
        1,0,0,0,556,559,1,0,0,0,557,555,1,0,0,0,558,550,1,0,0,0,558,559,
        1,0,0,0,559,560,1,0,0,0,560,565,5,7,0,0,561,562,5,2,0,0,562,563,
        5,32,0,0,563,564,5,5,0,0,564,566,3,78,39,0,565,561,1,0,0,0,565,566,
        1,0,0,0,566,567,1,0,0,0,567,580,5,9,0,0,568,569,5,33,0,0,569,570,
        5,6,0,0,570,571,3,64,32,0,571,572,5,7,0,0,572,574,5,8,0,0,573,575,
        3,58,29,0,574,573,1,0,0,0,574,575,1,0,0,0,575,576,1,0,0,0,576,577,
        5,9,0,0,577,580,1,0,0,0,578,580,3,26,13,0,579,436,1,0,0,0,579,441,
        1,0,0,0,579,446,1,0,0,0,579,447,1,0,0,0,579,448,1,0,0,0,579,449,
        1,0,0,0,579,450,1,0,0,0,579,462,1,0,0,0,579,463,1,0,0,0,579,464,
        1,0,0,0,579,465,1,0,0,0,579,466,1,0,0,0,579,467,1,0,0,0,579,483,
        1,0,0,0,579,491,1,0,0,0,579,502,1,0,0,0,579,511,1,0,0,0,579,529,
        1,0,0,0,579,547,1,0,0,0,579,568,1,0,0,0,579,578,1,0,0,0,580,59,1,
        0,0,0,581,584,5,82,0,0,582,583,5,5,0,0,583,585,3,26,13,0,584,582,
        1,0,0,0,584,585,1,0,0,0,585,61,1,0,0,0,586,588,5,34,0,0,587,586,
        1,0,0,0,587,588,1,0,0,0,588,591,1,0,0,0,589,592,3,64,32,0,590,592,
        5,73,0,0,591,589,1,0,0,0,591,590,1,0,0,0,592,63,1,0,0,0,593,594,
        7,4,0,0,594,65,1,0,0,0,595,600,5,78,0,0,596,597,5,35,0,0,597,599,
        5,78,0,0,598,596,1,0,0,0,599,602,1,0,0,0,600,598,1,0,0,0,600,601,
        1,0,0,0,601,67,1,0,0,0,602,600,1,0,0,0,603,612,5,10,0,0,604,609,
        3,70,35,0,605,606,5,2,0,0,606,608,3,70,35,0,607,605,1,0,0,0,608,
        611,1,0,0,0,609,607,1,0,0,0,609,610,1,0,0,0,610,613,1,0,0,0,611,
        609,1,0,0,0,612,604,1,0,0,0,612,613,1,0,0,0,613,614,1,0,0,0,614,
        615,5,11,0,0,615,69,1,0,0,0,616,619,5,74,0,0,617,619,3,108,54,0,
        618,616,1,0,0,0,618,617,1,0,0,0,619,622,1,0,0,0,620,621,5,1,0,0,
        621,623,3,58,29,0,622,620,1,0,0,0,622,623,1,0,0,0,623,71,1,0,0,0,
        624,628,5,22,0,0,625,628,5,23,0,0,626,628,3,62,31,0,627,624,1,0,
        0,0,627,625,1,0,0,0,627,626,1,0,0,0,628,73,1,0,0,0,629,638,5,6,0,
        0,630,635,3,74,37,0,631,632,5,2,0,0,632,634,3,74,37,0,633,631,1,
        0,0,0,634,637,1,0,0,0,635,633,1,0,0,0,635,636,1,0,0,0,636,639,1,
        0,0,0,637,635,1,0,0,0,638,630,1,0,0,0,638,639,1,0,0,0,639,640,1,
        0,0,0,640,649,5,7,0,0,641,642,5,3,0,0,642,643,3,76,38,0,643,644,
        5,2,0,0,644,645,3,76,38,0,645,646,5,4,0,0,646,649,1,0,0,0,647,649,
        3,76,38,0,648,629,1,0,0,0,648,641,1,0,0,0,648,647,1,0,0,0,649,75,
        1,0,0,0,650,655,3,62,31,0,651,655,5,22,0,0,652,655,5,23,0,0,653,
        655,5,74,0,0,654,650,1,0,0,0,654,651,1,0,0,0,654,652,1,0,0,0,654,
        653,1,0,0,0,655,77,1,0,0,0,656,662,5,21,0,0,657,659,5,34,0,0,658,
        657,1,0,0,0,658,659,1,0,0,0,659,660,1,0,0,0,660,662,3,64,32,0,661,
        656,1,0,0,0,661,658,1,0,0,0,662,79,1,0,0,0,663,665,5,3,0,0,664,666,
        3,82,41,0,665,664,1,0,0,0,665,666,1,0,0,0,666,667,1,0,0,0,667,673,
        5,4,0,0,668,670,5,6,0,0,669,671,3,82,41,0,670,669,1,0,0,0,670,671,
        1,0,0,0,671,672,1,0,0,0,672,674,5,7,0,0,673,668,1,0,0,0,673,674,
        1,0,0,0,674,81,1,0,0,0,675,680,3,84,42,0,676,677,5,2,0,0,677,679,
        3,84,42,0,678,676,1,0,0,0,679,682,1,0,0,0,680,678,1,0,0,0,680,681,
        1,0,0,0,681,83,1,0,0,0,682,680,1,0,0,0,683,688,5,75,0,0,684,688,
        3,110,55,0,685,688,5,49,0,0,686,688,3,112,56,0,687,683,1,0,0,0,687,
        684,1,0,0,0,687,685,1,0,0,0,687,686,1,0,0,0,688,85,1,0,0,0,689,690,
        3,88,44,0,690,691,7,5,0,0,691,692,5,1,0,0,692,693,3,88,44,0,693,
        87,1,0,0,0,694,699,3,90,45,0,695,696,7,6,0,0,696,698,3,90,45,0,697,
        695,1,0,0,0,698,701,1,0,0,0,699,697,1,0,0,0,699,700,1,0,0,0,700,
        89,1,0,0,0,701,699,1,0,0,0,702,707,3,92,46,0,703,704,7,7,0,0,704,
        706,3,92,46,0,705,703,1,0,0,0,706,709,1,0,0,0,707,705,1,0,0,0,707,
        708,1,0,0,0,708,91,1,0,0,0,709,707,1,0,0,0,710,711,5,34,0,0,711,
        719,3,92,46,0,712,719,3,64,32,0,713,714,5,3,0,0,714,715,3,88,44,
        0,715,716,5,4,0,0,716,719,1,0,0,0,717,719,3,108,54,0,718,710,1,0,
        0,0,718,712,1,0,0,0,718,713,1,0,0,0,718,717,1,0,0,0,719,93,1,0,0,
        0,720,721,3,96,48,0,721,95,1,0,0,0,722,723,5,40,0,0,723,724,5,3,
        0,0,724,725,3,98,49,0,725,726,5,4,0,0,726,97,1,0,0,0,727,779,5,80,
        0,0,728,779,5,79,0,0,729,779,3,60,30,0,730,779,5,74,0,0,731,732,
        5,74,0,0,732,733,5,3,0,0,733,734,3,98,49,0,734,735,5,4,0,0,735,779,
        1,0,0,0,736,737,5,74,0,0,737,738,5,5,0,0,738,749,3,64,32,0,739,740,
        5,5,0,0,740,747,3,64,32,0,741,743,5,41,0,0,742,744,3,64,32,0,743,
        742,1,0,0,0,743,744,1,0,0,0,744,745,1,0,0,0,745,746,5,5,0,0,746,
        748,3,64,32,0,747,741,1,0,0,0,747,748,1,0,0,0,748,750,1,0,0,0,749,
        739,1,0,0,0,749,750,1,0,0,0,750,779,1,0,0,0,751,779,5,42,0,0,752,
        753,5,43,0,0,753,754,5,3,0,0,754,755,3,98,49,0,755,756,5,44,0,0,
        756,757,3,98,49,0,757,758,5,4,0,0,758,779,1,0,0,0,759,764,5,45,0,
        0,760,761,5,8,0,0,761,762,3,58,29,0,762,763,5,9,0,0,763,765,1,0,
        0,0,764,760,1,0,0,0,764,765,1,0,0,0,765,766,1,0,0,0,766,775,5,6,
        0,0,767,772,3,98,49,0,768,769,5,2,0,0,769,771,3,98,49,0,770,768,
        1,0,0,0,771,774,1,0,0,0,772,770,1,0,0,0,772,773,1,0,0,0,773,776,
        1,0,0,0,774,772,1,0,0,0,775,767,1,0,0,0,775,776,1,0,0,0,776,777,
        1,0,0,0,777,779,5,7,0,0,778,727,1,0,0,0,778,728,1,0,0,0,778,729,
        1,0,0,0,778,730,1,0,0,0,778,731,1,0,0,0,778,736,1,0,0,0,778,751,
        1,0,0,0,778,752,1,0,0,0,778,759,1,0,0,0,779,99,1,0,0,0,780,789,5,
        46,0,0,781,786,3,102,51,0,782,783,5,2,0,0,783,785,3,102,51,0,784,
        782,1,0,0,0,785,788,1,0,0,0,786,784,1,0,0,0,786,787,1,0,0,0,787,
        790,1,0,0,0,788,786,1,0,0,0,789,781,1,0,0,0,789,790,1,0,0,0,790,
        791,1,0,0,0,791,792,5,47,0,0,792,101,1,0,0,0,793,794,3,108,54,0,
        794,795,5,5,0,0,795,804,5,10,0,0,796,801,3,104,52,0,797,798,5,2,
        0,0,798,800,3,104,52,0,799,797,1,0,0,0,800,803,1,0,0,0,801,799,1,
        0,0,0,801,802,1,0,0,0,802,805,1,0,0,0,803,801,1,0,0,0,804,796,1,
        0,0,0,804,805,1,0,0,0,805,806,1,0,0,0,806,807,5,11,0,0,807,103,1,
        0,0,0,808,809,3,108,54,0,809,810,5,5,0,0,810,819,5,10,0,0,811,816,
        3,106,53,0,812,813,5,2,0,0,813,815,3,106,53,0,814,812,1,0,0,0,815,
        818,1,0,0,0,816,814,1,0,0,0,816,817,1,0,0,0,817,820,1,0,0,0,818,
        816,1,0,0,0,819,811,1,0,0,0,819,820,1,0,0,0,820,821,1,0,0,0,821,
        822,5,11,0,0,822,105,1,0,0,0,823,826,5,74,0,0,824,826,3,108,54,0,
        825,823,1,0,0,0,825,824,1,0,0,0,826,827,1,0,0,0,827,828,5,5,0,0,
        828,829,7,8,0,0,829,107,1,0,0,0,830,836,5,75,0,0,831,836,5,48,0,
        0,832,836,5,49,0,0,833,836,3,110,55,0,834,836,3,112,56,0,835,830,
        1,0,0,0,835,831,1,0,0,0,835,832,1,0,0,0,835,833,1,0,0,0,835,834,
        1,0,0,0,836,109,1,0,0,0,837,838,7,9,0,0,838,111,1,0,0,0,839,840,
        7,10,0,0,840,113,1,0,0,0,102,118,120,138,143,152,155,159,162,165,
        168,173,178,182,190,205,214,220,227,233,242,245,253,257,265,268,
        279,282,285,303,309,313,315,328,335,338,352,355,367,375,381,386,
        399,412,421,426,434,439,444,456,459,476,479,486,497,506,521,524,
        539,542,555,558,565,574,579,584,587,591,600,609,612,618,622,627,
        635,638,648,654,658,661,665,670,673,680,687,699,707,718,743,747,
        749,764,772,775,778,786,789,801,804,816,819,825,835
    ];

    private static __ATN: antlr.ATN;
    public static get _ATN(): antlr.ATN {
        if (!MlirParser.__ATN) {
            MlirParser.__ATN = new antlr.ATNDeserializer().deserialize(MlirParser._serializedATN);
        }

        return MlirParser.__ATN;
    }


    private static readonly vocabulary = new antlr.Vocabulary(MlirParser.literalNames, MlirParser.symbolicNames, []);

    public override get vocabulary(): antlr.Vocabulary {
        return MlirParser.vocabulary;
    }

    private static readonly decisionsToDFA = MlirParser._ATN.decisionToState.map( (ds: antlr.DecisionState, index: number) => new antlr.DFA(ds, index) );
}

export class FileContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public EOF(): antlr.TerminalNode {
        return this.getToken(MlirParser.EOF, 0)!;
    }
    public attributeAlias(): AttributeAliasContext[];
    public attributeAlias(i: number): AttributeAliasContext | null;
    public attributeAlias(i?: number): AttributeAliasContext[] | AttributeAliasContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AttributeAliasContext);
        }

        return this.getRuleContext(i, AttributeAliasContext);
    }
    public typeAlias(): TypeAliasContext[];
    public typeAlias(i: number): TypeAliasContext | null;
    public typeAlias(i?: number): TypeAliasContext[] | TypeAliasContext | null {
        if (i === undefined) {
            return this.getRuleContexts(TypeAliasContext);
        }

        return this.getRuleContext(i, TypeAliasContext);
    }
    public operation(): OperationContext[];
    public operation(i: number): OperationContext | null;
    public operation(i?: number): OperationContext[] | OperationContext | null {
        if (i === undefined) {
            return this.getRuleContexts(OperationContext);
        }

        return this.getRuleContext(i, OperationContext);
    }
    public resources(): ResourcesContext[];
    public resources(i: number): ResourcesContext | null;
    public resources(i?: number): ResourcesContext[] | ResourcesContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ResourcesContext);
        }

        return this.getRuleContext(i, ResourcesContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_file;
    }
}


export class AttributeAliasContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public attribute(): AttributeContext {
        return this.getRuleContext(0, AttributeContext)!;
    }
    public HASH_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NAME, 0);
    }
    public HASH_NUMBER(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NUMBER, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_attributeAlias;
    }
}


export class TypeAliasContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public BANG_NAME(): antlr.TerminalNode {
        return this.getToken(MlirParser.BANG_NAME, 0)!;
    }
    public type(): TypeContext {
        return this.getRuleContext(0, TypeContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_typeAlias;
    }
}


export class OperationContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public STRING(): antlr.TerminalNode {
        return this.getToken(MlirParser.STRING, 0)!;
    }
    public functionType(): FunctionTypeContext {
        return this.getRuleContext(0, FunctionTypeContext)!;
    }
    public resultGroup(): ResultGroupContext[];
    public resultGroup(i: number): ResultGroupContext | null;
    public resultGroup(i?: number): ResultGroupContext[] | ResultGroupContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ResultGroupContext);
        }

        return this.getRuleContext(i, ResultGroupContext);
    }
    public value(): ValueContext[];
    public value(i: number): ValueContext | null;
    public value(i?: number): ValueContext[] | ValueContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ValueContext);
        }

        return this.getRuleContext(i, ValueContext);
    }
    public successors(): SuccessorsContext | null {
        return this.getRuleContext(0, SuccessorsContext);
    }
    public properties(): PropertiesContext | null {
        return this.getRuleContext(0, PropertiesContext);
    }
    public regions(): RegionsContext | null {
        return this.getRuleContext(0, RegionsContext);
    }
    public dictionary(): DictionaryContext | null {
        return this.getRuleContext(0, DictionaryContext);
    }
    public location(): LocationContext | null {
        return this.getRuleContext(0, LocationContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_operation;
    }
}


export class ResultGroupContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public PERCENT_NAME(): antlr.TerminalNode {
        return this.getToken(MlirParser.PERCENT_NAME, 0)!;
    }
    public integer(): IntegerContext | null {
        return this.getRuleContext(0, IntegerContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_resultGroup;
    }
}


export class ValueContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public PERCENT_NAME(): antlr.TerminalNode {
        return this.getToken(MlirParser.PERCENT_NAME, 0)!;
    }
    public HASH_NUMBER(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NUMBER, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_value;
    }
}


export class SuccessorsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public CARET_NAME(): antlr.TerminalNode[];
    public CARET_NAME(i: number): antlr.TerminalNode | null;
    public CARET_NAME(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(MlirParser.CARET_NAME);
    	} else {
    		return this.getToken(MlirParser.CARET_NAME, i);
    	}
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_successors;
    }
}


export class PropertiesContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public attribute(): AttributeContext {
        return this.getRuleContext(0, AttributeContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_properties;
    }
}


export class RegionsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public region(): RegionContext[];
    public region(i: number): RegionContext | null;
    public region(i?: number): RegionContext[] | RegionContext | null {
        if (i === undefined) {
            return this.getRuleContexts(RegionContext);
        }

        return this.getRuleContext(i, RegionContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_regions;
    }
}


export class RegionContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public operation(): OperationContext[];
    public operation(i: number): OperationContext | null;
    public operation(i?: number): OperationContext[] | OperationContext | null {
        if (i === undefined) {
            return this.getRuleContexts(OperationContext);
        }

        return this.getRuleContext(i, OperationContext);
    }
    public block(): BlockContext[];
    public block(i: number): BlockContext | null;
    public block(i?: number): BlockContext[] | BlockContext | null {
        if (i === undefined) {
            return this.getRuleContexts(BlockContext);
        }

        return this.getRuleContext(i, BlockContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_region;
    }
}


export class BlockContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public CARET_NAME(): antlr.TerminalNode {
        return this.getToken(MlirParser.CARET_NAME, 0)!;
    }
    public blockArguments(): BlockArgumentsContext | null {
        return this.getRuleContext(0, BlockArgumentsContext);
    }
    public operation(): OperationContext[];
    public operation(i: number): OperationContext | null;
    public operation(i?: number): OperationContext[] | OperationContext | null {
        if (i === undefined) {
            return this.getRuleContexts(OperationContext);
        }

        return this.getRuleContext(i, OperationContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_block;
    }
}


export class BlockArgumentsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public blockArgument(): BlockArgumentContext[];
    public blockArgument(i: number): BlockArgumentContext | null;
    public blockArgument(i?: number): BlockArgumentContext[] | BlockArgumentContext | null {
        if (i === undefined) {
            return this.getRuleContexts(BlockArgumentContext);
        }

        return this.getRuleContext(i, BlockArgumentContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_blockArguments;
    }
}


export class BlockArgumentContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public PERCENT_NAME(): antlr.TerminalNode {
        return this.getToken(MlirParser.PERCENT_NAME, 0)!;
    }
    public type(): TypeContext {
        return this.getRuleContext(0, TypeContext)!;
    }
    public location(): LocationContext | null {
        return this.getRuleContext(0, LocationContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_blockArgument;
    }
}


export class TypeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public functionType(): FunctionTypeContext | null {
        return this.getRuleContext(0, FunctionTypeContext);
    }
    public nonFunctionType(): NonFunctionTypeContext | null {
        return this.getRuleContext(0, NonFunctionTypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_type;
    }
}


export class FunctionTypeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public nonFunctionType(): NonFunctionTypeContext | null {
        return this.getRuleContext(0, NonFunctionTypeContext);
    }
    public type_(): TypeContext[];
    public type_(i: number): TypeContext | null;
    public type_(i?: number): TypeContext[] | TypeContext | null {
        if (i === undefined) {
            return this.getRuleContexts(TypeContext);
        }

        return this.getRuleContext(i, TypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_functionType;
    }
}


export class NonFunctionTypeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public BANG_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.BANG_NAME, 0);
    }
    public BANG_SYMBOL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.BANG_SYMBOL, 0);
    }
    public INTEGER_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.INTEGER_TYPE, 0);
    }
    public FLOAT_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.FLOAT_TYPE, 0);
    }
    public tensorParameters(): TensorParametersContext | null {
        return this.getRuleContext(0, TensorParametersContext);
    }
    public vectorParameters(): VectorParametersContext | null {
        return this.getRuleContext(0, VectorParametersContext);
    }
    public memrefParameters(): MemrefParametersContext | null {
        return this.getRuleContext(0, MemrefParametersContext);
    }
    public complexParameters(): ComplexParametersContext | null {
        return this.getRuleContext(0, ComplexParametersContext);
    }
    public tupleParameters(): TupleParametersContext | null {
        return this.getRuleContext(0, TupleParametersContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_nonFunctionType;
    }
}


export class TensorParametersContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public unrankedElement(): UnrankedElementContext | null {
        return this.getRuleContext(0, UnrankedElementContext);
    }
    public elements(): ElementsContext | null {
        return this.getRuleContext(0, ElementsContext);
    }
    public attribute(): AttributeContext | null {
        return this.getRuleContext(0, AttributeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_tensorParameters;
    }
}


export class VectorParametersContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public vectorElements(): VectorElementsContext {
        return this.getRuleContext(0, VectorElementsContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_vectorParameters;
    }
}


export class MemrefParametersContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public unrankedElement(): UnrankedElementContext | null {
        return this.getRuleContext(0, UnrankedElementContext);
    }
    public elements(): ElementsContext | null {
        return this.getRuleContext(0, ElementsContext);
    }
    public attribute(): AttributeContext[];
    public attribute(i: number): AttributeContext | null;
    public attribute(i?: number): AttributeContext[] | AttributeContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AttributeContext);
        }

        return this.getRuleContext(i, AttributeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_memrefParameters;
    }
}


export class ComplexParametersContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public type(): TypeContext {
        return this.getRuleContext(0, TypeContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_complexParameters;
    }
}


export class TupleParametersContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public type_(): TypeContext[];
    public type_(i: number): TypeContext | null;
    public type_(i?: number): TypeContext[] | TypeContext | null {
        if (i === undefined) {
            return this.getRuleContexts(TypeContext);
        }

        return this.getRuleContext(i, TypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_tupleParameters;
    }
}


export class ElementsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public elements(): ElementsContext | null {
        return this.getRuleContext(0, ElementsContext);
    }
    public STATIC_SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STATIC_SHAPE, 0);
    }
    public SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.SHAPE, 0);
    }
    public elementsAfterExtent(): ElementsAfterExtentContext | null {
        return this.getRuleContext(0, ElementsAfterExtentContext);
    }
    public DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.DECIMAL, 0);
    }
    public ZERO_DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_DECIMAL, 0);
    }
    public zeroElements(): ZeroElementsContext | null {
        return this.getRuleContext(0, ZeroElementsContext);
    }
    public type(): TypeContext | null {
        return this.getRuleContext(0, TypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_elements;
    }
}


export class ElementsAfterExtentContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public elements(): ElementsContext | null {
        return this.getRuleContext(0, ElementsContext);
    }
    public X(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X, 0);
    }
    public X_SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE, 0);
    }
    public X_EXTENT(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_EXTENT, 0);
    }
    public elementsAfterExtent(): ElementsAfterExtentContext | null {
        return this.getRuleContext(0, ElementsAfterExtentContext);
    }
    public gluedType(): GluedTypeContext | null {
        return this.getRuleContext(0, GluedTypeContext);
    }
    public gluedShapedType(): GluedShapedTypeContext | null {
        return this.getRuleContext(0, GluedShapedTypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_elementsAfterExtent;
    }
}


export class ZeroElementsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public ZERO_HEX_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_HEX_TYPE, 0);
    }
    public ZERO_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_TYPE, 0);
    }
    public ZERO_COMPLEX(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_COMPLEX, 0);
    }
    public complexParameters(): ComplexParametersContext | null {
        return this.getRuleContext(0, ComplexParametersContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_zeroElements;
    }
}


export class UnrankedElementContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public X(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X, 0);
    }
    public type(): TypeContext | null {
        return this.getRuleContext(0, TypeContext);
    }
    public gluedType(): GluedTypeContext | null {
        return this.getRuleContext(0, GluedTypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_unrankedElement;
    }
}


export class GluedTypeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public X_SCALAR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SCALAR, 0);
    }
    public X_TENSOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_TENSOR, 0);
    }
    public tensorParameters(): TensorParametersContext | null {
        return this.getRuleContext(0, TensorParametersContext);
    }
    public X_VECTOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_VECTOR, 0);
    }
    public vectorParameters(): VectorParametersContext | null {
        return this.getRuleContext(0, VectorParametersContext);
    }
    public X_MEMREF(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_MEMREF, 0);
    }
    public memrefParameters(): MemrefParametersContext | null {
        return this.getRuleContext(0, MemrefParametersContext);
    }
    public X_COMPLEX(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_COMPLEX, 0);
    }
    public complexParameters(): ComplexParametersContext | null {
        return this.getRuleContext(0, ComplexParametersContext);
    }
    public X_TUPLE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_TUPLE, 0);
    }
    public tupleParameters(): TupleParametersContext | null {
        return this.getRuleContext(0, TupleParametersContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_gluedType;
    }
}


export class GluedShapedTypeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public X_SHAPE_SCALAR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_SCALAR, 0);
    }
    public X_SHAPE_TENSOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_TENSOR, 0);
    }
    public tensorParameters(): TensorParametersContext | null {
        return this.getRuleContext(0, TensorParametersContext);
    }
    public X_SHAPE_VECTOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_VECTOR, 0);
    }
    public vectorParameters(): VectorParametersContext | null {
        return this.getRuleContext(0, VectorParametersContext);
    }
    public X_SHAPE_MEMREF(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_MEMREF, 0);
    }
    public memrefParameters(): MemrefParametersContext | null {
        return this.getRuleContext(0, MemrefParametersContext);
    }
    public X_SHAPE_COMPLEX(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_COMPLEX, 0);
    }
    public complexParameters(): ComplexParametersContext | null {
        return this.getRuleContext(0, ComplexParametersContext);
    }
    public X_SHAPE_TUPLE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_TUPLE, 0);
    }
    public tupleParameters(): TupleParametersContext | null {
        return this.getRuleContext(0, TupleParametersContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_gluedShapedType;
    }
}


export class VectorElementsContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public STATIC_SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STATIC_SHAPE, 0);
    }
    public vectorElements(): VectorElementsContext | null {
        return this.getRuleContext(0, VectorElementsContext);
    }
    public vectorAfterExtent(): VectorAfterExtentContext | null {
        return this.getRuleContext(0, VectorAfterExtentContext);
    }
    public DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.DECIMAL, 0);
    }
    public ZERO_DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_DECIMAL, 0);
    }
    public zeroElements(): ZeroElementsContext | null {
        return this.getRuleContext(0, ZeroElementsContext);
    }
    public type(): TypeContext | null {
        return this.getRuleContext(0, TypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_vectorElements;
    }
}


export class VectorAfterExtentContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public vectorElements(): VectorElementsContext | null {
        return this.getRuleContext(0, VectorElementsContext);
    }
    public X(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X, 0);
    }
    public X_SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE, 0);
    }
    public X_EXTENT(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_EXTENT, 0);
    }
    public vectorAfterExtent(): VectorAfterExtentContext | null {
        return this.getRuleContext(0, VectorAfterExtentContext);
    }
    public gluedType(): GluedTypeContext | null {
        return this.getRuleContext(0, GluedTypeContext);
    }
    public gluedShapedType(): GluedShapedTypeContext | null {
        return this.getRuleContext(0, GluedShapedTypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_vectorAfterExtent;
    }
}


export class AttributeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public number(): NumberContext | null {
        return this.getRuleContext(0, NumberContext);
    }
    public type(): TypeContext | null {
        return this.getRuleContext(0, TypeContext);
    }
    public STRING(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STRING, 0);
    }
    public symbolReference(): SymbolReferenceContext | null {
        return this.getRuleContext(0, SymbolReferenceContext);
    }
    public HASH_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NAME, 0);
    }
    public HASH_NUMBER(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NUMBER, 0);
    }
    public extendedAttribute(): ExtendedAttributeContext | null {
        return this.getRuleContext(0, ExtendedAttributeContext);
    }
    public attribute(): AttributeContext[];
    public attribute(i: number): AttributeContext | null;
    public attribute(i?: number): AttributeContext[] | AttributeContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AttributeContext);
        }

        return this.getRuleContext(i, AttributeContext);
    }
    public dictionary(): DictionaryContext | null {
        return this.getRuleContext(0, DictionaryContext);
    }
    public locationAttribute(): LocationAttributeContext | null {
        return this.getRuleContext(0, LocationAttributeContext);
    }
    public arrayElement(): ArrayElementContext[];
    public arrayElement(i: number): ArrayElementContext | null;
    public arrayElement(i?: number): ArrayElementContext[] | ArrayElementContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ArrayElementContext);
        }

        return this.getRuleContext(i, ArrayElementContext);
    }
    public literal(): LiteralContext[];
    public literal(i: number): LiteralContext | null;
    public literal(i?: number): LiteralContext[] | LiteralContext | null {
        if (i === undefined) {
            return this.getRuleContexts(LiteralContext);
        }

        return this.getRuleContext(i, LiteralContext);
    }
    public bareName(): BareNameContext | null {
        return this.getRuleContext(0, BareNameContext);
    }
    public affineSpace(): AffineSpaceContext | null {
        return this.getRuleContext(0, AffineSpaceContext);
    }
    public affineExpression(): AffineExpressionContext[];
    public affineExpression(i: number): AffineExpressionContext | null;
    public affineExpression(i?: number): AffineExpressionContext[] | AffineExpressionContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineExpressionContext);
        }

        return this.getRuleContext(i, AffineExpressionContext);
    }
    public affineConstraint(): AffineConstraintContext[];
    public affineConstraint(i: number): AffineConstraintContext | null;
    public affineConstraint(i?: number): AffineConstraintContext[] | AffineConstraintContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineConstraintContext);
        }

        return this.getRuleContext(i, AffineConstraintContext);
    }
    public extent(): ExtentContext[];
    public extent(i: number): ExtentContext | null;
    public extent(i?: number): ExtentContext[] | ExtentContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ExtentContext);
        }

        return this.getRuleContext(i, ExtentContext);
    }
    public integer(): IntegerContext | null {
        return this.getRuleContext(0, IntegerContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_attribute;
    }
}


export class ExtendedAttributeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public HASH_SYMBOL(): antlr.TerminalNode {
        return this.getToken(MlirParser.HASH_SYMBOL, 0)!;
    }
    public type(): TypeContext | null {
        return this.getRuleContext(0, TypeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_extendedAttribute;
    }
}


export class NumberContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public integer(): IntegerContext | null {
        return this.getRuleContext(0, IntegerContext);
    }
    public FLOAT(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.FLOAT, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_number;
    }
}


export class IntegerContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.DECIMAL, 0);
    }
    public ZERO_DECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_DECIMAL, 0);
    }
    public HEXADECIMAL(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HEXADECIMAL, 0);
    }
    public ZERO_HEX_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.ZERO_HEX_TYPE, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_integer;
    }
}


export class SymbolReferenceContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public AT_NAME(): antlr.TerminalNode[];
    public AT_NAME(i: number): antlr.TerminalNode | null;
    public AT_NAME(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(MlirParser.AT_NAME);
    	} else {
    		return this.getToken(MlirParser.AT_NAME, i);
    	}
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_symbolReference;
    }
}


export class DictionaryContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public entry(): EntryContext[];
    public entry(i: number): EntryContext | null;
    public entry(i?: number): EntryContext[] | EntryContext | null {
        if (i === undefined) {
            return this.getRuleContexts(EntryContext);
        }

        return this.getRuleContext(i, EntryContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_dictionary;
    }
}


export class EntryContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public STRING(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STRING, 0);
    }
    public bareName(): BareNameContext | null {
        return this.getRuleContext(0, BareNameContext);
    }
    public attribute(): AttributeContext | null {
        return this.getRuleContext(0, AttributeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_entry;
    }
}


export class ArrayElementContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public number(): NumberContext | null {
        return this.getRuleContext(0, NumberContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_arrayElement;
    }
}


export class LiteralContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public literal(): LiteralContext[];
    public literal(i: number): LiteralContext | null;
    public literal(i?: number): LiteralContext[] | LiteralContext | null {
        if (i === undefined) {
            return this.getRuleContexts(LiteralContext);
        }

        return this.getRuleContext(i, LiteralContext);
    }
    public scalar(): ScalarContext[];
    public scalar(i: number): ScalarContext | null;
    public scalar(i?: number): ScalarContext[] | ScalarContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ScalarContext);
        }

        return this.getRuleContext(i, ScalarContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_literal;
    }
}


export class ScalarContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public number(): NumberContext | null {
        return this.getRuleContext(0, NumberContext);
    }
    public STRING(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STRING, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_scalar;
    }
}


export class ExtentContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public integer(): IntegerContext | null {
        return this.getRuleContext(0, IntegerContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_extent;
    }
}


export class AffineSpaceContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineNames(): AffineNamesContext[];
    public affineNames(i: number): AffineNamesContext | null;
    public affineNames(i?: number): AffineNamesContext[] | AffineNamesContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineNamesContext);
        }

        return this.getRuleContext(i, AffineNamesContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineSpace;
    }
}


export class AffineNamesContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineName(): AffineNameContext[];
    public affineName(i: number): AffineNameContext | null;
    public affineName(i?: number): AffineNameContext[] | AffineNameContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineNameContext);
        }

        return this.getRuleContext(i, AffineNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineNames;
    }
}


export class AffineNameContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public BARE_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.BARE_NAME, 0);
    }
    public keyword(): KeywordContext | null {
        return this.getRuleContext(0, KeywordContext);
    }
    public FLOAT_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.FLOAT_TYPE, 0);
    }
    public xName(): XNameContext | null {
        return this.getRuleContext(0, XNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineName;
    }
}


export class AffineConstraintContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineExpression(): AffineExpressionContext[];
    public affineExpression(i: number): AffineExpressionContext | null;
    public affineExpression(i?: number): AffineExpressionContext[] | AffineExpressionContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineExpressionContext);
        }

        return this.getRuleContext(i, AffineExpressionContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineConstraint;
    }
}


export class AffineExpressionContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineProduct(): AffineProductContext[];
    public affineProduct(i: number): AffineProductContext | null;
    public affineProduct(i?: number): AffineProductContext[] | AffineProductContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineProductContext);
        }

        return this.getRuleContext(i, AffineProductContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineExpression;
    }
}


export class AffineProductContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineOperand(): AffineOperandContext[];
    public affineOperand(i: number): AffineOperandContext | null;
    public affineOperand(i?: number): AffineOperandContext[] | AffineOperandContext | null {
        if (i === undefined) {
            return this.getRuleContexts(AffineOperandContext);
        }

        return this.getRuleContext(i, AffineOperandContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineProduct;
    }
}


export class AffineOperandContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public affineOperand(): AffineOperandContext | null {
        return this.getRuleContext(0, AffineOperandContext);
    }
    public integer(): IntegerContext | null {
        return this.getRuleContext(0, IntegerContext);
    }
    public affineExpression(): AffineExpressionContext | null {
        return this.getRuleContext(0, AffineExpressionContext);
    }
    public bareName(): BareNameContext | null {
        return this.getRuleContext(0, BareNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineOperand;
    }
}


export class LocationContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public locationAttribute(): LocationAttributeContext {
        return this.getRuleContext(0, LocationAttributeContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_location;
    }
}


export class LocationAttributeContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public locationBody(): LocationBodyContext {
        return this.getRuleContext(0, LocationBodyContext)!;
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_locationAttribute;
    }
}


export class LocationBodyContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public HASH_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NAME, 0);
    }
    public HASH_NUMBER(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.HASH_NUMBER, 0);
    }
    public extendedAttribute(): ExtendedAttributeContext | null {
        return this.getRuleContext(0, ExtendedAttributeContext);
    }
    public STRING(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.STRING, 0);
    }
    public locationBody(): LocationBodyContext[];
    public locationBody(i: number): LocationBodyContext | null;
    public locationBody(i?: number): LocationBodyContext[] | LocationBodyContext | null {
        if (i === undefined) {
            return this.getRuleContexts(LocationBodyContext);
        }

        return this.getRuleContext(i, LocationBodyContext);
    }
    public integer(): IntegerContext[];
    public integer(i: number): IntegerContext | null;
    public integer(i?: number): IntegerContext[] | IntegerContext | null {
        if (i === undefined) {
            return this.getRuleContexts(IntegerContext);
        }

        return this.getRuleContext(i, IntegerContext);
    }
    public attribute(): AttributeContext | null {
        return this.getRuleContext(0, AttributeContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_locationBody;
    }
}


export class ResourcesContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public resourceSection(): ResourceSectionContext[];
    public resourceSection(i: number): ResourceSectionContext | null;
    public resourceSection(i?: number): ResourceSectionContext[] | ResourceSectionContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ResourceSectionContext);
        }

        return this.getRuleContext(i, ResourceSectionContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_resources;
    }
}


export class ResourceSectionContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public bareName(): BareNameContext {
        return this.getRuleContext(0, BareNameContext)!;
    }
    public resourceOwner(): ResourceOwnerContext[];
    public resourceOwner(i: number): ResourceOwnerContext | null;
    public resourceOwner(i?: number): ResourceOwnerContext[] | ResourceOwnerContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ResourceOwnerContext);
        }

        return this.getRuleContext(i, ResourceOwnerContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_resourceSection;
    }
}


export class ResourceOwnerContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public bareName(): BareNameContext {
        return this.getRuleContext(0, BareNameContext)!;
    }
    public resourceEntry(): ResourceEntryContext[];
    public resourceEntry(i: number): ResourceEntryContext | null;
    public resourceEntry(i?: number): ResourceEntryContext[] | ResourceEntryContext | null {
        if (i === undefined) {
            return this.getRuleContexts(ResourceEntryContext);
        }

        return this.getRuleContext(i, ResourceEntryContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_resourceOwner;
    }
}


export class ResourceEntryContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public STRING(): antlr.TerminalNode[];
    public STRING(i: number): antlr.TerminalNode | null;
    public STRING(i?: number): antlr.TerminalNode | null | antlr.TerminalNode[] {
    	if (i === undefined) {
    		return this.getTokens(MlirParser.STRING);
    	} else {
    		return this.getToken(MlirParser.STRING, i);
    	}
    }
    public bareName(): BareNameContext | null {
        return this.getRuleContext(0, BareNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_resourceEntry;
    }
}


export class BareNameContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public BARE_NAME(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.BARE_NAME, 0);
    }
    public INTEGER_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.INTEGER_TYPE, 0);
    }
    public FLOAT_TYPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.FLOAT_TYPE, 0);
    }
    public keyword(): KeywordContext | null {
        return this.getRuleContext(0, KeywordContext);
    }
    public xName(): XNameContext | null {
        return this.getRuleContext(0, XNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_bareName;
    }
}


export class KeywordContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_keyword;
    }
}


export class XNameContext extends antlr.ParserRuleContext {
    public constructor(parent: antlr.ParserRuleContext | null, invokingState: number) {
        super(parent, invokingState);
    }
    public X(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X, 0);
    }
    public X_SHAPE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE, 0);
    }
    public X_EXTENT(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_EXTENT, 0);
    }
    public X_SCALAR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SCALAR, 0);
    }
    public X_TENSOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_TENSOR, 0);
    }
    public X_VECTOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_VECTOR, 0);
    }
    public X_MEMREF(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_MEMREF, 0);
    }
    public X_COMPLEX(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_COMPLEX, 0);
    }
    public X_TUPLE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_TUPLE, 0);
    }
    public X_SHAPE_SCALAR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_SCALAR, 0);
    }
    public X_SHAPE_TENSOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_TENSOR, 0);
    }
    public X_SHAPE_VECTOR(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_VECTOR, 0);
    }
    public X_SHAPE_MEMREF(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_MEMREF, 0);
    }
    public X_SHAPE_COMPLEX(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_COMPLEX, 0);
    }
    public X_SHAPE_TUPLE(): antlr.TerminalNode | null {
        return this.getToken(MlirParser.X_SHAPE_TUPLE, 0);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_xName;
    }
}
