
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
    public static readonly RULE_affineConstraint = 42;
    public static readonly RULE_affineExpression = 43;
    public static readonly RULE_affineProduct = 44;
    public static readonly RULE_affineOperand = 45;
    public static readonly RULE_location = 46;
    public static readonly RULE_locationAttribute = 47;
    public static readonly RULE_locationBody = 48;
    public static readonly RULE_resources = 49;
    public static readonly RULE_resourceSection = 50;
    public static readonly RULE_resourceOwner = 51;
    public static readonly RULE_resourceEntry = 52;
    public static readonly RULE_bareName = 53;
    public static readonly RULE_keyword = 54;
    public static readonly RULE_xName = 55;

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
        "literal", "scalar", "extent", "affineSpace", "affineNames", "affineConstraint", 
        "affineExpression", "affineProduct", "affineOperand", "location", 
        "locationAttribute", "locationBody", "resources", "resourceSection", 
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
            this.state = 118;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (((((_la - 46)) & ~0x1F) === 0 && ((1 << (_la - 46)) & 1342177281) !== 0) || ((((_la - 79)) & ~0x1F) === 0 && ((1 << (_la - 79)) & 7) !== 0)) {
                {
                this.state = 116;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.HASH_NUMBER:
                case MlirParser.HASH_NAME:
                    {
                    this.state = 112;
                    this.attributeAlias();
                    }
                    break;
                case MlirParser.BANG_NAME:
                    {
                    this.state = 113;
                    this.typeAlias();
                    }
                    break;
                case MlirParser.STRING:
                case MlirParser.PERCENT_NAME:
                    {
                    this.state = 114;
                    this.operation();
                    }
                    break;
                case MlirParser.T__45:
                    {
                    this.state = 115;
                    this.resources();
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                }
                this.state = 120;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 121;
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
            this.state = 123;
            _la = this.tokenStream.LA(1);
            if(!(_la === 79 || _la === 80)) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
            }
            this.state = 124;
            this.match(MlirParser.T__0);
            this.state = 125;
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
            this.state = 127;
            this.match(MlirParser.BANG_NAME);
            this.state = 128;
            this.match(MlirParser.T__0);
            this.state = 129;
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
            this.state = 141;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 131;
                this.resultGroup();
                this.state = 136;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 132;
                    this.match(MlirParser.T__1);
                    this.state = 133;
                    this.resultGroup();
                    }
                    }
                    this.state = 138;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                this.state = 139;
                this.match(MlirParser.T__0);
                }
            }

            this.state = 143;
            this.match(MlirParser.STRING);
            this.state = 144;
            this.match(MlirParser.T__2);
            this.state = 153;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 145;
                this.value();
                this.state = 150;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 146;
                    this.match(MlirParser.T__1);
                    this.state = 147;
                    this.value();
                    }
                    }
                    this.state = 152;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 155;
            this.match(MlirParser.T__3);
            this.state = 157;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 6) {
                {
                this.state = 156;
                this.successors();
                }
            }

            this.state = 160;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 8) {
                {
                this.state = 159;
                this.properties();
                }
            }

            this.state = 163;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 3) {
                {
                this.state = 162;
                this.regions();
                }
            }

            this.state = 166;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 10) {
                {
                this.state = 165;
                this.dictionary();
                }
            }

            this.state = 168;
            this.match(MlirParser.T__4);
            this.state = 169;
            this.functionType();
            this.state = 171;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 40) {
                {
                this.state = 170;
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
            this.state = 173;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 176;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 5) {
                {
                this.state = 174;
                this.match(MlirParser.T__4);
                this.state = 175;
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
            this.state = 178;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 180;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 79) {
                {
                this.state = 179;
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
            this.state = 182;
            this.match(MlirParser.T__5);
            this.state = 183;
            this.match(MlirParser.CARET_NAME);
            this.state = 188;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 184;
                this.match(MlirParser.T__1);
                this.state = 185;
                this.match(MlirParser.CARET_NAME);
                }
                }
                this.state = 190;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 191;
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
            this.state = 193;
            this.match(MlirParser.T__7);
            this.state = 194;
            this.attribute();
            this.state = 195;
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
            this.state = 197;
            this.match(MlirParser.T__2);
            this.state = 198;
            this.region();
            this.state = 203;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 199;
                this.match(MlirParser.T__1);
                this.state = 200;
                this.region();
                }
                }
                this.state = 205;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 206;
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
            this.state = 208;
            this.match(MlirParser.T__9);
            this.state = 212;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 74 || _la === 76) {
                {
                {
                this.state = 209;
                this.operation();
                }
                }
                this.state = 214;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 218;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 77) {
                {
                {
                this.state = 215;
                this.block();
                }
                }
                this.state = 220;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
            }
            this.state = 221;
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
            this.state = 223;
            this.match(MlirParser.CARET_NAME);
            this.state = 225;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 3) {
                {
                this.state = 224;
                this.blockArguments();
                }
            }

            this.state = 227;
            this.match(MlirParser.T__4);
            this.state = 231;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 74 || _la === 76) {
                {
                {
                this.state = 228;
                this.operation();
                }
                }
                this.state = 233;
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
            this.state = 234;
            this.match(MlirParser.T__2);
            this.state = 243;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 76) {
                {
                this.state = 235;
                this.blockArgument();
                this.state = 240;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 236;
                    this.match(MlirParser.T__1);
                    this.state = 237;
                    this.blockArgument();
                    }
                    }
                    this.state = 242;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 245;
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
            this.state = 247;
            this.match(MlirParser.PERCENT_NAME);
            this.state = 248;
            this.match(MlirParser.T__4);
            this.state = 249;
            this.type_();
            this.state = 251;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 40) {
                {
                this.state = 250;
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
            this.state = 255;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 253;
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
                this.state = 254;
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
            this.state = 257;
            this.match(MlirParser.T__2);
            this.state = 266;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                {
                this.state = 258;
                this.type_();
                this.state = 263;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 259;
                    this.match(MlirParser.T__1);
                    this.state = 260;
                    this.type_();
                    }
                    }
                    this.state = 265;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 268;
            this.match(MlirParser.T__3);
            this.state = 269;
            this.match(MlirParser.T__11);
            this.state = 283;
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
                this.state = 270;
                this.nonFunctionType();
                }
                break;
            case MlirParser.T__2:
                {
                this.state = 271;
                this.match(MlirParser.T__2);
                this.state = 280;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                    {
                    this.state = 272;
                    this.type_();
                    this.state = 277;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 273;
                        this.match(MlirParser.T__1);
                        this.state = 274;
                        this.type_();
                        }
                        }
                        this.state = 279;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 282;
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
            this.state = 301;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.BANG_NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 285;
                this.match(MlirParser.BANG_NAME);
                }
                break;
            case MlirParser.BANG_SYMBOL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 286;
                this.match(MlirParser.BANG_SYMBOL);
                }
                break;
            case MlirParser.INTEGER_TYPE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 287;
                this.match(MlirParser.INTEGER_TYPE);
                }
                break;
            case MlirParser.FLOAT_TYPE:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 288;
                this.match(MlirParser.FLOAT_TYPE);
                }
                break;
            case MlirParser.T__12:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 289;
                this.match(MlirParser.T__12);
                }
                break;
            case MlirParser.T__13:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 290;
                this.match(MlirParser.T__13);
                }
                break;
            case MlirParser.T__14:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 291;
                this.match(MlirParser.T__14);
                this.state = 292;
                this.tensorParameters();
                }
                break;
            case MlirParser.T__15:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 293;
                this.match(MlirParser.T__15);
                this.state = 294;
                this.vectorParameters();
                }
                break;
            case MlirParser.T__16:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 295;
                this.match(MlirParser.T__16);
                this.state = 296;
                this.memrefParameters();
                }
                break;
            case MlirParser.T__17:
                this.enterOuterAlt(localContext, 10);
                {
                this.state = 297;
                this.match(MlirParser.T__17);
                this.state = 298;
                this.complexParameters();
                }
                break;
            case MlirParser.T__18:
                this.enterOuterAlt(localContext, 11);
                {
                this.state = 299;
                this.match(MlirParser.T__18);
                this.state = 300;
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
            this.state = 303;
            this.match(MlirParser.T__7);
            this.state = 307;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__19:
                {
                this.state = 304;
                this.match(MlirParser.T__19);
                this.state = 305;
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
                this.state = 306;
                this.elements();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 313;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 2) {
                {
                this.state = 309;
                this.match(MlirParser.T__1);
                this.state = 311;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 310;
                    this.attribute();
                    }
                }

                }
            }

            this.state = 315;
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
            this.state = 317;
            this.match(MlirParser.T__7);
            this.state = 318;
            this.vectorElements();
            this.state = 319;
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
            this.state = 321;
            this.match(MlirParser.T__7);
            this.state = 336;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__19:
                {
                this.state = 322;
                this.match(MlirParser.T__19);
                this.state = 323;
                this.unrankedElement();
                this.state = 326;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 2) {
                    {
                    this.state = 324;
                    this.match(MlirParser.T__1);
                    this.state = 325;
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
                this.state = 328;
                this.elements();
                this.state = 333;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 329;
                    this.match(MlirParser.T__1);
                    this.state = 330;
                    this.attribute();
                    }
                    }
                    this.state = 335;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 338;
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
            this.state = 340;
            this.match(MlirParser.T__7);
            this.state = 341;
            this.type_();
            this.state = 342;
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
            this.state = 344;
            this.match(MlirParser.T__7);
            this.state = 353;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 1040392) !== 0) || _la === 48 || _la === 49 || _la === 81 || _la === 83) {
                {
                this.state = 345;
                this.type_();
                this.state = 350;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 346;
                    this.match(MlirParser.T__1);
                    this.state = 347;
                    this.type_();
                    }
                    }
                    this.state = 352;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 355;
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
            this.state = 365;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STATIC_SHAPE:
            case MlirParser.SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 357;
                _la = this.tokenStream.LA(1);
                if(!(_la === 65 || _la === 66)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 358;
                this.elements();
                }
                break;
            case MlirParser.T__20:
            case MlirParser.DECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 359;
                _la = this.tokenStream.LA(1);
                if(!(_la === 21 || _la === 70)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 360;
                this.elementsAfterExtent();
                }
                break;
            case MlirParser.ZERO_DECIMAL:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 361;
                this.match(MlirParser.ZERO_DECIMAL);
                this.state = 362;
                this.elementsAfterExtent();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 363;
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
                this.state = 364;
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
            this.state = 373;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
            case MlirParser.X_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 367;
                _la = this.tokenStream.LA(1);
                if(!(_la === 50 || _la === 51)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 368;
                this.elements();
                }
                break;
            case MlirParser.X_EXTENT:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 369;
                this.match(MlirParser.X_EXTENT);
                this.state = 370;
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
                this.state = 371;
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
                this.state = 372;
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
            this.state = 379;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.ZERO_HEX_TYPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 375;
                this.match(MlirParser.ZERO_HEX_TYPE);
                }
                break;
            case MlirParser.ZERO_TYPE:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 376;
                this.match(MlirParser.ZERO_TYPE);
                }
                break;
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 377;
                this.match(MlirParser.ZERO_COMPLEX);
                this.state = 378;
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
            this.state = 384;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 381;
                this.match(MlirParser.X);
                this.state = 382;
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
                this.state = 383;
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
            this.state = 397;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X_SCALAR:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 386;
                this.match(MlirParser.X_SCALAR);
                }
                break;
            case MlirParser.X_TENSOR:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 387;
                this.match(MlirParser.X_TENSOR);
                this.state = 388;
                this.tensorParameters();
                }
                break;
            case MlirParser.X_VECTOR:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 389;
                this.match(MlirParser.X_VECTOR);
                this.state = 390;
                this.vectorParameters();
                }
                break;
            case MlirParser.X_MEMREF:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 391;
                this.match(MlirParser.X_MEMREF);
                this.state = 392;
                this.memrefParameters();
                }
                break;
            case MlirParser.X_COMPLEX:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 393;
                this.match(MlirParser.X_COMPLEX);
                this.state = 394;
                this.complexParameters();
                }
                break;
            case MlirParser.X_TUPLE:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 395;
                this.match(MlirParser.X_TUPLE);
                this.state = 396;
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
            this.state = 410;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X_SHAPE_SCALAR:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 399;
                this.match(MlirParser.X_SHAPE_SCALAR);
                }
                break;
            case MlirParser.X_SHAPE_TENSOR:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 400;
                this.match(MlirParser.X_SHAPE_TENSOR);
                this.state = 401;
                this.tensorParameters();
                }
                break;
            case MlirParser.X_SHAPE_VECTOR:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 402;
                this.match(MlirParser.X_SHAPE_VECTOR);
                this.state = 403;
                this.vectorParameters();
                }
                break;
            case MlirParser.X_SHAPE_MEMREF:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 404;
                this.match(MlirParser.X_SHAPE_MEMREF);
                this.state = 405;
                this.memrefParameters();
                }
                break;
            case MlirParser.X_SHAPE_COMPLEX:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 406;
                this.match(MlirParser.X_SHAPE_COMPLEX);
                this.state = 407;
                this.complexParameters();
                }
                break;
            case MlirParser.X_SHAPE_TUPLE:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 408;
                this.match(MlirParser.X_SHAPE_TUPLE);
                this.state = 409;
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
            this.state = 424;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STATIC_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 412;
                this.match(MlirParser.STATIC_SHAPE);
                this.state = 413;
                this.vectorElements();
                }
                break;
            case MlirParser.T__5:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 419;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.DECIMAL:
                    {
                    this.state = 414;
                    this.match(MlirParser.DECIMAL);
                    }
                    break;
                case MlirParser.ZERO_DECIMAL:
                    {
                    this.state = 415;
                    this.match(MlirParser.ZERO_DECIMAL);
                    }
                    break;
                case MlirParser.T__5:
                    {
                    this.state = 416;
                    this.match(MlirParser.T__5);
                    this.state = 417;
                    this.match(MlirParser.DECIMAL);
                    this.state = 418;
                    this.match(MlirParser.T__6);
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                this.state = 421;
                this.vectorAfterExtent();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.ZERO_TYPE:
            case MlirParser.ZERO_COMPLEX:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 422;
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
                this.state = 423;
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
            this.state = 432;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.X:
            case MlirParser.X_SHAPE:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 426;
                _la = this.tokenStream.LA(1);
                if(!(_la === 50 || _la === 51)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 427;
                this.vectorElements();
                }
                break;
            case MlirParser.X_EXTENT:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 428;
                this.match(MlirParser.X_EXTENT);
                this.state = 429;
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
                this.state = 430;
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
                this.state = 431;
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
            this.state = 577;
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
                this.state = 434;
                this.number_();
                this.state = 437;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 435;
                    this.match(MlirParser.T__4);
                    this.state = 436;
                    this.type_();
                    }
                }

                }
                break;
            case MlirParser.STRING:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 439;
                this.match(MlirParser.STRING);
                this.state = 442;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 440;
                    this.match(MlirParser.T__4);
                    this.state = 441;
                    this.type_();
                    }
                }

                }
                break;
            case MlirParser.AT_NAME:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 444;
                this.symbolReference();
                }
                break;
            case MlirParser.HASH_NAME:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 445;
                this.match(MlirParser.HASH_NAME);
                }
                break;
            case MlirParser.HASH_NUMBER:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 446;
                this.match(MlirParser.HASH_NUMBER);
                }
                break;
            case MlirParser.HASH_SYMBOL:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 447;
                this.extendedAttribute();
                }
                break;
            case MlirParser.T__5:
                this.enterOuterAlt(localContext, 7);
                {
                this.state = 448;
                this.match(MlirParser.T__5);
                this.state = 457;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 449;
                    this.attribute();
                    this.state = 454;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 450;
                        this.match(MlirParser.T__1);
                        this.state = 451;
                        this.attribute();
                        }
                        }
                        this.state = 456;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 459;
                this.match(MlirParser.T__6);
                }
                break;
            case MlirParser.T__9:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 460;
                this.dictionary();
                }
                break;
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 461;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 10);
                {
                this.state = 462;
                this.match(MlirParser.T__22);
                }
                break;
            case MlirParser.T__23:
                this.enterOuterAlt(localContext, 11);
                {
                this.state = 463;
                this.match(MlirParser.T__23);
                }
                break;
            case MlirParser.T__39:
                this.enterOuterAlt(localContext, 12);
                {
                this.state = 464;
                this.locationAttribute();
                }
                break;
            case MlirParser.T__24:
                this.enterOuterAlt(localContext, 13);
                {
                this.state = 465;
                this.match(MlirParser.T__24);
                this.state = 466;
                this.match(MlirParser.T__7);
                this.state = 467;
                this.type_();
                this.state = 477;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 468;
                    this.match(MlirParser.T__4);
                    this.state = 469;
                    this.arrayElement();
                    this.state = 474;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 470;
                        this.match(MlirParser.T__1);
                        this.state = 471;
                        this.arrayElement();
                        }
                        }
                        this.state = 476;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 479;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__25:
                this.enterOuterAlt(localContext, 14);
                {
                this.state = 481;
                this.match(MlirParser.T__25);
                this.state = 482;
                this.match(MlirParser.T__7);
                this.state = 484;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 483;
                    this.literal();
                    }
                }

                this.state = 486;
                this.match(MlirParser.T__8);
                this.state = 487;
                this.match(MlirParser.T__4);
                this.state = 488;
                this.type_();
                }
                break;
            case MlirParser.T__26:
                this.enterOuterAlt(localContext, 15);
                {
                this.state = 489;
                this.match(MlirParser.T__26);
                this.state = 490;
                this.match(MlirParser.T__7);
                this.state = 495;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 491;
                    this.literal();
                    this.state = 492;
                    this.match(MlirParser.T__1);
                    this.state = 493;
                    this.literal();
                    }
                }

                this.state = 497;
                this.match(MlirParser.T__8);
                this.state = 498;
                this.match(MlirParser.T__4);
                this.state = 499;
                this.type_();
                }
                break;
            case MlirParser.T__27:
                this.enterOuterAlt(localContext, 16);
                {
                this.state = 500;
                this.match(MlirParser.T__27);
                this.state = 501;
                this.match(MlirParser.T__7);
                this.state = 504;
                this.errorHandler.sync(this);
                switch (this.tokenStream.LA(1)) {
                case MlirParser.STRING:
                    {
                    this.state = 502;
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
                    this.state = 503;
                    this.bareName();
                    }
                    break;
                default:
                    throw new antlr.NoViableAltException(this);
                }
                this.state = 506;
                this.match(MlirParser.T__8);
                this.state = 507;
                this.match(MlirParser.T__4);
                this.state = 508;
                this.type_();
                }
                break;
            case MlirParser.T__28:
                this.enterOuterAlt(localContext, 17);
                {
                this.state = 509;
                this.match(MlirParser.T__28);
                this.state = 510;
                this.match(MlirParser.T__7);
                this.state = 511;
                this.affineSpace();
                this.state = 512;
                this.match(MlirParser.T__11);
                this.state = 513;
                this.match(MlirParser.T__2);
                this.state = 522;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291813384) !== 0) || ((((_la - 32)) & ~0x1F) === 0 && ((1 << (_la - 32)) & 4294918119) !== 0) || ((((_la - 64)) & ~0x1F) === 0 && ((1 << (_la - 64)) & 2505) !== 0)) {
                    {
                    this.state = 514;
                    this.affineExpression();
                    this.state = 519;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 515;
                        this.match(MlirParser.T__1);
                        this.state = 516;
                        this.affineExpression();
                        }
                        }
                        this.state = 521;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 524;
                this.match(MlirParser.T__3);
                this.state = 525;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__29:
                this.enterOuterAlt(localContext, 18);
                {
                this.state = 527;
                this.match(MlirParser.T__29);
                this.state = 528;
                this.match(MlirParser.T__7);
                this.state = 529;
                this.affineSpace();
                this.state = 530;
                this.match(MlirParser.T__4);
                this.state = 531;
                this.match(MlirParser.T__2);
                this.state = 540;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291813384) !== 0) || ((((_la - 32)) & ~0x1F) === 0 && ((1 << (_la - 32)) & 4294918119) !== 0) || ((((_la - 64)) & ~0x1F) === 0 && ((1 << (_la - 64)) & 2505) !== 0)) {
                    {
                    this.state = 532;
                    this.affineConstraint();
                    this.state = 537;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 533;
                        this.match(MlirParser.T__1);
                        this.state = 534;
                        this.affineConstraint();
                        }
                        }
                        this.state = 539;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 542;
                this.match(MlirParser.T__3);
                this.state = 543;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__30:
                this.enterOuterAlt(localContext, 19);
                {
                this.state = 545;
                this.match(MlirParser.T__30);
                this.state = 546;
                this.match(MlirParser.T__7);
                this.state = 547;
                this.match(MlirParser.T__5);
                this.state = 556;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 21 || _la === 34 || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 57) !== 0)) {
                    {
                    this.state = 548;
                    this.extent();
                    this.state = 553;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 549;
                        this.match(MlirParser.T__1);
                        this.state = 550;
                        this.extent();
                        }
                        }
                        this.state = 555;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 558;
                this.match(MlirParser.T__6);
                this.state = 563;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 2) {
                    {
                    this.state = 559;
                    this.match(MlirParser.T__1);
                    this.state = 560;
                    this.match(MlirParser.T__31);
                    this.state = 561;
                    this.match(MlirParser.T__4);
                    this.state = 562;
                    this.extent();
                    }
                }

                this.state = 565;
                this.match(MlirParser.T__8);
                }
                break;
            case MlirParser.T__32:
                this.enterOuterAlt(localContext, 20);
                {
                this.state = 566;
                this.match(MlirParser.T__32);
                this.state = 567;
                this.match(MlirParser.T__5);
                this.state = 568;
                this.integer();
                this.state = 569;
                this.match(MlirParser.T__6);
                this.state = 570;
                this.match(MlirParser.T__7);
                this.state = 572;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if ((((_la) & ~0x1F) === 0 && ((1 << _la) & 4291814472) !== 0) || ((((_la - 33)) & ~0x1F) === 0 && ((1 << (_la - 33)) & 98435) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 129273) !== 0)) {
                    {
                    this.state = 571;
                    this.attribute();
                    }
                }

                this.state = 574;
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
                this.state = 576;
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
            this.state = 579;
            this.match(MlirParser.HASH_SYMBOL);
            this.state = 582;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 5) {
                {
                this.state = 580;
                this.match(MlirParser.T__4);
                this.state = 581;
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
            this.state = 585;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 34) {
                {
                this.state = 584;
                this.match(MlirParser.T__33);
                }
            }

            this.state = 589;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
                {
                this.state = 587;
                this.integer();
                }
                break;
            case MlirParser.FLOAT:
                {
                this.state = 588;
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
            this.state = 591;
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
            this.state = 593;
            this.match(MlirParser.AT_NAME);
            this.state = 598;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 35) {
                {
                {
                this.state = 594;
                this.match(MlirParser.T__34);
                this.state = 595;
                this.match(MlirParser.AT_NAME);
                }
                }
                this.state = 600;
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
            this.state = 601;
            this.match(MlirParser.T__9);
            this.state = 610;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1611661305) !== 0)) {
                {
                this.state = 602;
                this.entry();
                this.state = 607;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 603;
                    this.match(MlirParser.T__1);
                    this.state = 604;
                    this.entry();
                    }
                    }
                    this.state = 609;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 612;
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
            this.state = 616;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STRING:
                {
                this.state = 614;
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
                this.state = 615;
                this.bareName();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 620;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 1) {
                {
                this.state = 618;
                this.match(MlirParser.T__0);
                this.state = 619;
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
            this.state = 625;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 622;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 623;
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
                this.state = 624;
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
            this.state = 646;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__5:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 627;
                this.match(MlirParser.T__5);
                this.state = 636;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 3)) & ~0x1F) === 0 && ((1 << (_la - 3)) & 2149056521) !== 0) || ((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 249) !== 0)) {
                    {
                    this.state = 628;
                    this.literal();
                    this.state = 633;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 629;
                        this.match(MlirParser.T__1);
                        this.state = 630;
                        this.literal();
                        }
                        }
                        this.state = 635;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 638;
                this.match(MlirParser.T__6);
                }
                break;
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 639;
                this.match(MlirParser.T__2);
                this.state = 640;
                this.scalar();
                this.state = 641;
                this.match(MlirParser.T__1);
                this.state = 642;
                this.scalar();
                this.state = 643;
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
                this.state = 645;
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
            this.state = 652;
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
                this.state = 648;
                this.number_();
                }
                break;
            case MlirParser.T__21:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 649;
                this.match(MlirParser.T__21);
                }
                break;
            case MlirParser.T__22:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 650;
                this.match(MlirParser.T__22);
                }
                break;
            case MlirParser.STRING:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 651;
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
            this.state = 659;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__20:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 654;
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
                this.state = 656;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 34) {
                    {
                    this.state = 655;
                    this.match(MlirParser.T__33);
                    }
                }

                this.state = 658;
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
            this.state = 661;
            this.match(MlirParser.T__2);
            this.state = 663;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                {
                this.state = 662;
                this.affineNames();
                }
            }

            this.state = 665;
            this.match(MlirParser.T__3);
            this.state = 671;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (_la === 6) {
                {
                this.state = 666;
                this.match(MlirParser.T__5);
                this.state = 668;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                    {
                    this.state = 667;
                    this.affineNames();
                    }
                }

                this.state = 670;
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
            this.state = 673;
            this.bareName();
            this.state = 678;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 2) {
                {
                {
                this.state = 674;
                this.match(MlirParser.T__1);
                this.state = 675;
                this.bareName();
                }
                }
                this.state = 680;
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
    public affineConstraint(): AffineConstraintContext {
        let localContext = new AffineConstraintContext(this.context, this.state);
        this.enterRule(localContext, 84, MlirParser.RULE_affineConstraint);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 681;
            this.affineExpression();
            this.state = 682;
            _la = this.tokenStream.LA(1);
            if(!((((_la) & ~0x1F) === 0 && ((1 << _la) & 770) !== 0))) {
            this.errorHandler.recoverInline(this);
            }
            else {
                this.errorHandler.reportMatch(this);
                this.consume();
            }
            this.state = 683;
            this.match(MlirParser.T__0);
            this.state = 684;
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
        this.enterRule(localContext, 86, MlirParser.RULE_affineExpression);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 686;
            this.affineProduct();
            this.state = 691;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (_la === 34 || _la === 36) {
                {
                {
                this.state = 687;
                _la = this.tokenStream.LA(1);
                if(!(_la === 34 || _la === 36)) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 688;
                this.affineProduct();
                }
                }
                this.state = 693;
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
        this.enterRule(localContext, 88, MlirParser.RULE_affineProduct);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 694;
            this.affineOperand();
            this.state = 699;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            while (((((_la - 20)) & ~0x1F) === 0 && ((1 << (_la - 20)) & 917505) !== 0)) {
                {
                {
                this.state = 695;
                _la = this.tokenStream.LA(1);
                if(!(((((_la - 20)) & ~0x1F) === 0 && ((1 << (_la - 20)) & 917505) !== 0))) {
                this.errorHandler.recoverInline(this);
                }
                else {
                    this.errorHandler.reportMatch(this);
                    this.consume();
                }
                this.state = 696;
                this.affineOperand();
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
    public affineOperand(): AffineOperandContext {
        let localContext = new AffineOperandContext(this.context, this.state);
        this.enterRule(localContext, 90, MlirParser.RULE_affineOperand);
        try {
            this.state = 710;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.T__33:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 702;
                this.match(MlirParser.T__33);
                this.state = 703;
                this.affineOperand();
                }
                break;
            case MlirParser.ZERO_HEX_TYPE:
            case MlirParser.DECIMAL:
            case MlirParser.ZERO_DECIMAL:
            case MlirParser.HEXADECIMAL:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 704;
                this.integer();
                }
                break;
            case MlirParser.T__2:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 705;
                this.match(MlirParser.T__2);
                this.state = 706;
                this.affineExpression();
                this.state = 707;
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
                this.state = 709;
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
        this.enterRule(localContext, 92, MlirParser.RULE_location);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 712;
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
        this.enterRule(localContext, 94, MlirParser.RULE_locationAttribute);
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 714;
            this.match(MlirParser.T__39);
            this.state = 715;
            this.match(MlirParser.T__2);
            this.state = 716;
            this.locationBody();
            this.state = 717;
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
        this.enterRule(localContext, 96, MlirParser.RULE_locationBody);
        let _la: number;
        try {
            this.state = 770;
            this.errorHandler.sync(this);
            switch (this.interpreter.adaptivePredict(this.tokenStream, 92, this.context) ) {
            case 1:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 719;
                this.match(MlirParser.HASH_NAME);
                }
                break;
            case 2:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 720;
                this.match(MlirParser.HASH_NUMBER);
                }
                break;
            case 3:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 721;
                this.extendedAttribute();
                }
                break;
            case 4:
                this.enterOuterAlt(localContext, 4);
                {
                this.state = 722;
                this.match(MlirParser.STRING);
                }
                break;
            case 5:
                this.enterOuterAlt(localContext, 5);
                {
                this.state = 723;
                this.match(MlirParser.STRING);
                this.state = 724;
                this.match(MlirParser.T__2);
                this.state = 725;
                this.locationBody();
                this.state = 726;
                this.match(MlirParser.T__3);
                }
                break;
            case 6:
                this.enterOuterAlt(localContext, 6);
                {
                this.state = 728;
                this.match(MlirParser.STRING);
                this.state = 729;
                this.match(MlirParser.T__4);
                this.state = 730;
                this.integer();
                this.state = 741;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 5) {
                    {
                    this.state = 731;
                    this.match(MlirParser.T__4);
                    this.state = 732;
                    this.integer();
                    this.state = 739;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    if (_la === 41) {
                        {
                        this.state = 733;
                        this.match(MlirParser.T__40);
                        this.state = 735;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                        if (((((_la - 67)) & ~0x1F) === 0 && ((1 << (_la - 67)) & 57) !== 0)) {
                            {
                            this.state = 734;
                            this.integer();
                            }
                        }

                        this.state = 737;
                        this.match(MlirParser.T__4);
                        this.state = 738;
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
                this.state = 743;
                this.match(MlirParser.T__41);
                }
                break;
            case 8:
                this.enterOuterAlt(localContext, 8);
                {
                this.state = 744;
                this.match(MlirParser.T__42);
                this.state = 745;
                this.match(MlirParser.T__2);
                this.state = 746;
                this.locationBody();
                this.state = 747;
                this.match(MlirParser.T__43);
                this.state = 748;
                this.locationBody();
                this.state = 749;
                this.match(MlirParser.T__3);
                }
                break;
            case 9:
                this.enterOuterAlt(localContext, 9);
                {
                this.state = 751;
                this.match(MlirParser.T__44);
                this.state = 756;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (_la === 8) {
                    {
                    this.state = 752;
                    this.match(MlirParser.T__7);
                    this.state = 753;
                    this.attribute();
                    this.state = 754;
                    this.match(MlirParser.T__8);
                    }
                }

                this.state = 758;
                this.match(MlirParser.T__5);
                this.state = 767;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                if (((((_la - 42)) & ~0x1F) === 0 && ((1 << (_la - 42)) & 11) !== 0) || ((((_la - 74)) & ~0x1F) === 0 && ((1 << (_la - 74)) & 353) !== 0)) {
                    {
                    this.state = 759;
                    this.locationBody();
                    this.state = 764;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                    while (_la === 2) {
                        {
                        {
                        this.state = 760;
                        this.match(MlirParser.T__1);
                        this.state = 761;
                        this.locationBody();
                        }
                        }
                        this.state = 766;
                        this.errorHandler.sync(this);
                        _la = this.tokenStream.LA(1);
                    }
                    }
                }

                this.state = 769;
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
        this.enterRule(localContext, 98, MlirParser.RULE_resources);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 772;
            this.match(MlirParser.T__45);
            this.state = 781;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                {
                this.state = 773;
                this.resourceSection();
                this.state = 778;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 774;
                    this.match(MlirParser.T__1);
                    this.state = 775;
                    this.resourceSection();
                    }
                    }
                    this.state = 780;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 783;
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
        this.enterRule(localContext, 100, MlirParser.RULE_resourceSection);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 785;
            this.bareName();
            this.state = 786;
            this.match(MlirParser.T__4);
            this.state = 787;
            this.match(MlirParser.T__9);
            this.state = 796;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1074790393) !== 0)) {
                {
                this.state = 788;
                this.resourceOwner();
                this.state = 793;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 789;
                    this.match(MlirParser.T__1);
                    this.state = 790;
                    this.resourceOwner();
                    }
                    }
                    this.state = 795;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 798;
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
        this.enterRule(localContext, 102, MlirParser.RULE_resourceOwner);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 800;
            this.bareName();
            this.state = 801;
            this.match(MlirParser.T__4);
            this.state = 802;
            this.match(MlirParser.T__9);
            this.state = 811;
            this.errorHandler.sync(this);
            _la = this.tokenStream.LA(1);
            if (((((_la - 13)) & ~0x1F) === 0 && ((1 << (_la - 13)) & 4280286847) !== 0) || ((((_la - 45)) & ~0x1F) === 0 && ((1 << (_la - 45)) & 1611661305) !== 0)) {
                {
                this.state = 803;
                this.resourceEntry();
                this.state = 808;
                this.errorHandler.sync(this);
                _la = this.tokenStream.LA(1);
                while (_la === 2) {
                    {
                    {
                    this.state = 804;
                    this.match(MlirParser.T__1);
                    this.state = 805;
                    this.resourceEntry();
                    }
                    }
                    this.state = 810;
                    this.errorHandler.sync(this);
                    _la = this.tokenStream.LA(1);
                }
                }
            }

            this.state = 813;
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
        this.enterRule(localContext, 104, MlirParser.RULE_resourceEntry);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 817;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.STRING:
                {
                this.state = 815;
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
                this.state = 816;
                this.bareName();
                }
                break;
            default:
                throw new antlr.NoViableAltException(this);
            }
            this.state = 819;
            this.match(MlirParser.T__4);
            this.state = 820;
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
        this.enterRule(localContext, 106, MlirParser.RULE_bareName);
        try {
            this.state = 827;
            this.errorHandler.sync(this);
            switch (this.tokenStream.LA(1)) {
            case MlirParser.BARE_NAME:
                this.enterOuterAlt(localContext, 1);
                {
                this.state = 822;
                this.match(MlirParser.BARE_NAME);
                }
                break;
            case MlirParser.INTEGER_TYPE:
                this.enterOuterAlt(localContext, 2);
                {
                this.state = 823;
                this.match(MlirParser.INTEGER_TYPE);
                }
                break;
            case MlirParser.FLOAT_TYPE:
                this.enterOuterAlt(localContext, 3);
                {
                this.state = 824;
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
                this.state = 825;
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
                this.state = 826;
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
        this.enterRule(localContext, 108, MlirParser.RULE_keyword);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 829;
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
        this.enterRule(localContext, 110, MlirParser.RULE_xName);
        let _la: number;
        try {
            this.enterOuterAlt(localContext, 1);
            {
            this.state = 831;
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
        4,1,86,834,2,0,7,0,2,1,7,1,2,2,7,2,2,3,7,3,2,4,7,4,2,5,7,5,2,6,7,
        6,2,7,7,7,2,8,7,8,2,9,7,9,2,10,7,10,2,11,7,11,2,12,7,12,2,13,7,13,
        2,14,7,14,2,15,7,15,2,16,7,16,2,17,7,17,2,18,7,18,2,19,7,19,2,20,
        7,20,2,21,7,21,2,22,7,22,2,23,7,23,2,24,7,24,2,25,7,25,2,26,7,26,
        2,27,7,27,2,28,7,28,2,29,7,29,2,30,7,30,2,31,7,31,2,32,7,32,2,33,
        7,33,2,34,7,34,2,35,7,35,2,36,7,36,2,37,7,37,2,38,7,38,2,39,7,39,
        2,40,7,40,2,41,7,41,2,42,7,42,2,43,7,43,2,44,7,44,2,45,7,45,2,46,
        7,46,2,47,7,47,2,48,7,48,2,49,7,49,2,50,7,50,2,51,7,51,2,52,7,52,
        2,53,7,53,2,54,7,54,2,55,7,55,1,0,1,0,1,0,1,0,5,0,117,8,0,10,0,12,
        0,120,9,0,1,0,1,0,1,1,1,1,1,1,1,1,1,2,1,2,1,2,1,2,1,3,1,3,1,3,5,
        3,135,8,3,10,3,12,3,138,9,3,1,3,1,3,3,3,142,8,3,1,3,1,3,1,3,1,3,
        1,3,5,3,149,8,3,10,3,12,3,152,9,3,3,3,154,8,3,1,3,1,3,3,3,158,8,
        3,1,3,3,3,161,8,3,1,3,3,3,164,8,3,1,3,3,3,167,8,3,1,3,1,3,1,3,3,
        3,172,8,3,1,4,1,4,1,4,3,4,177,8,4,1,5,1,5,3,5,181,8,5,1,6,1,6,1,
        6,1,6,5,6,187,8,6,10,6,12,6,190,9,6,1,6,1,6,1,7,1,7,1,7,1,7,1,8,
        1,8,1,8,1,8,5,8,202,8,8,10,8,12,8,205,9,8,1,8,1,8,1,9,1,9,5,9,211,
        8,9,10,9,12,9,214,9,9,1,9,5,9,217,8,9,10,9,12,9,220,9,9,1,9,1,9,
        1,10,1,10,3,10,226,8,10,1,10,1,10,5,10,230,8,10,10,10,12,10,233,
        9,10,1,11,1,11,1,11,1,11,5,11,239,8,11,10,11,12,11,242,9,11,3,11,
        244,8,11,1,11,1,11,1,12,1,12,1,12,1,12,3,12,252,8,12,1,13,1,13,3,
        13,256,8,13,1,14,1,14,1,14,1,14,5,14,262,8,14,10,14,12,14,265,9,
        14,3,14,267,8,14,1,14,1,14,1,14,1,14,1,14,1,14,1,14,5,14,276,8,14,
        10,14,12,14,279,9,14,3,14,281,8,14,1,14,3,14,284,8,14,1,15,1,15,
        1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,1,15,
        1,15,3,15,302,8,15,1,16,1,16,1,16,1,16,3,16,308,8,16,1,16,1,16,3,
        16,312,8,16,3,16,314,8,16,1,16,1,16,1,17,1,17,1,17,1,17,1,18,1,18,
        1,18,1,18,1,18,3,18,327,8,18,1,18,1,18,1,18,5,18,332,8,18,10,18,
        12,18,335,9,18,3,18,337,8,18,1,18,1,18,1,19,1,19,1,19,1,19,1,20,
        1,20,1,20,1,20,5,20,349,8,20,10,20,12,20,352,9,20,3,20,354,8,20,
        1,20,1,20,1,21,1,21,1,21,1,21,1,21,1,21,1,21,1,21,3,21,366,8,21,
        1,22,1,22,1,22,1,22,1,22,1,22,3,22,374,8,22,1,23,1,23,1,23,1,23,
        3,23,380,8,23,1,24,1,24,1,24,3,24,385,8,24,1,25,1,25,1,25,1,25,1,
        25,1,25,1,25,1,25,1,25,1,25,1,25,3,25,398,8,25,1,26,1,26,1,26,1,
        26,1,26,1,26,1,26,1,26,1,26,1,26,1,26,3,26,411,8,26,1,27,1,27,1,
        27,1,27,1,27,1,27,1,27,3,27,420,8,27,1,27,1,27,1,27,3,27,425,8,27,
        1,28,1,28,1,28,1,28,1,28,1,28,3,28,433,8,28,1,29,1,29,1,29,3,29,
        438,8,29,1,29,1,29,1,29,3,29,443,8,29,1,29,1,29,1,29,1,29,1,29,1,
        29,1,29,1,29,5,29,453,8,29,10,29,12,29,456,9,29,3,29,458,8,29,1,
        29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,5,
        29,473,8,29,10,29,12,29,476,9,29,3,29,478,8,29,1,29,1,29,1,29,1,
        29,1,29,3,29,485,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,
        29,3,29,496,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,3,29,505,8,29,
        1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,5,29,518,
        8,29,10,29,12,29,521,9,29,3,29,523,8,29,1,29,1,29,1,29,1,29,1,29,
        1,29,1,29,1,29,1,29,1,29,1,29,5,29,536,8,29,10,29,12,29,539,9,29,
        3,29,541,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,5,29,
        552,8,29,10,29,12,29,555,9,29,3,29,557,8,29,1,29,1,29,1,29,1,29,
        1,29,3,29,564,8,29,1,29,1,29,1,29,1,29,1,29,1,29,1,29,3,29,573,8,
        29,1,29,1,29,1,29,3,29,578,8,29,1,30,1,30,1,30,3,30,583,8,30,1,31,
        3,31,586,8,31,1,31,1,31,3,31,590,8,31,1,32,1,32,1,33,1,33,1,33,5,
        33,597,8,33,10,33,12,33,600,9,33,1,34,1,34,1,34,1,34,5,34,606,8,
        34,10,34,12,34,609,9,34,3,34,611,8,34,1,34,1,34,1,35,1,35,3,35,617,
        8,35,1,35,1,35,3,35,621,8,35,1,36,1,36,1,36,3,36,626,8,36,1,37,1,
        37,1,37,1,37,5,37,632,8,37,10,37,12,37,635,9,37,3,37,637,8,37,1,
        37,1,37,1,37,1,37,1,37,1,37,1,37,1,37,3,37,647,8,37,1,38,1,38,1,
        38,1,38,3,38,653,8,38,1,39,1,39,3,39,657,8,39,1,39,3,39,660,8,39,
        1,40,1,40,3,40,664,8,40,1,40,1,40,1,40,3,40,669,8,40,1,40,3,40,672,
        8,40,1,41,1,41,1,41,5,41,677,8,41,10,41,12,41,680,9,41,1,42,1,42,
        1,42,1,42,1,42,1,43,1,43,1,43,5,43,690,8,43,10,43,12,43,693,9,43,
        1,44,1,44,1,44,5,44,698,8,44,10,44,12,44,701,9,44,1,45,1,45,1,45,
        1,45,1,45,1,45,1,45,1,45,3,45,711,8,45,1,46,1,46,1,47,1,47,1,47,
        1,47,1,47,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,
        1,48,1,48,1,48,1,48,1,48,3,48,736,8,48,1,48,1,48,3,48,740,8,48,3,
        48,742,8,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,48,1,
        48,1,48,1,48,3,48,757,8,48,1,48,1,48,1,48,1,48,5,48,763,8,48,10,
        48,12,48,766,9,48,3,48,768,8,48,1,48,3,48,771,8,48,1,49,1,49,1,49,
        1,49,5,49,777,8,49,10,49,12,49,780,9,49,3,49,782,8,49,1,49,1,49,
        1,50,1,50,1,50,1,50,1,50,1,50,5,50,792,8,50,10,50,12,50,795,9,50,
        3,50,797,8,50,1,50,1,50,1,51,1,51,1,51,1,51,1,51,1,51,5,51,807,8,
        51,10,51,12,51,810,9,51,3,51,812,8,51,1,51,1,51,1,52,1,52,3,52,818,
        8,52,1,52,1,52,1,52,1,53,1,53,1,53,1,53,1,53,3,53,828,8,53,1,54,
        1,54,1,55,1,55,1,55,0,0,56,0,2,4,6,8,10,12,14,16,18,20,22,24,26,
        28,30,32,34,36,38,40,42,44,46,48,50,52,54,56,58,60,62,64,66,68,70,
        72,74,76,78,80,82,84,86,88,90,92,94,96,98,100,102,104,106,108,110,
        0,11,1,0,79,80,1,0,65,66,2,0,21,21,70,70,1,0,50,51,2,0,67,67,70,
        72,2,0,1,1,8,9,2,0,34,34,36,36,2,0,20,20,37,39,2,0,22,23,74,74,3,
        0,13,19,22,33,37,45,1,0,50,64,943,0,118,1,0,0,0,2,123,1,0,0,0,4,
        127,1,0,0,0,6,141,1,0,0,0,8,173,1,0,0,0,10,178,1,0,0,0,12,182,1,
        0,0,0,14,193,1,0,0,0,16,197,1,0,0,0,18,208,1,0,0,0,20,223,1,0,0,
        0,22,234,1,0,0,0,24,247,1,0,0,0,26,255,1,0,0,0,28,257,1,0,0,0,30,
        301,1,0,0,0,32,303,1,0,0,0,34,317,1,0,0,0,36,321,1,0,0,0,38,340,
        1,0,0,0,40,344,1,0,0,0,42,365,1,0,0,0,44,373,1,0,0,0,46,379,1,0,
        0,0,48,384,1,0,0,0,50,397,1,0,0,0,52,410,1,0,0,0,54,424,1,0,0,0,
        56,432,1,0,0,0,58,577,1,0,0,0,60,579,1,0,0,0,62,585,1,0,0,0,64,591,
        1,0,0,0,66,593,1,0,0,0,68,601,1,0,0,0,70,616,1,0,0,0,72,625,1,0,
        0,0,74,646,1,0,0,0,76,652,1,0,0,0,78,659,1,0,0,0,80,661,1,0,0,0,
        82,673,1,0,0,0,84,681,1,0,0,0,86,686,1,0,0,0,88,694,1,0,0,0,90,710,
        1,0,0,0,92,712,1,0,0,0,94,714,1,0,0,0,96,770,1,0,0,0,98,772,1,0,
        0,0,100,785,1,0,0,0,102,800,1,0,0,0,104,817,1,0,0,0,106,827,1,0,
        0,0,108,829,1,0,0,0,110,831,1,0,0,0,112,117,3,2,1,0,113,117,3,4,
        2,0,114,117,3,6,3,0,115,117,3,98,49,0,116,112,1,0,0,0,116,113,1,
        0,0,0,116,114,1,0,0,0,116,115,1,0,0,0,117,120,1,0,0,0,118,116,1,
        0,0,0,118,119,1,0,0,0,119,121,1,0,0,0,120,118,1,0,0,0,121,122,5,
        0,0,1,122,1,1,0,0,0,123,124,7,0,0,0,124,125,5,1,0,0,125,126,3,58,
        29,0,126,3,1,0,0,0,127,128,5,81,0,0,128,129,5,1,0,0,129,130,3,26,
        13,0,130,5,1,0,0,0,131,136,3,8,4,0,132,133,5,2,0,0,133,135,3,8,4,
        0,134,132,1,0,0,0,135,138,1,0,0,0,136,134,1,0,0,0,136,137,1,0,0,
        0,137,139,1,0,0,0,138,136,1,0,0,0,139,140,5,1,0,0,140,142,1,0,0,
        0,141,131,1,0,0,0,141,142,1,0,0,0,142,143,1,0,0,0,143,144,5,74,0,
        0,144,153,5,3,0,0,145,150,3,10,5,0,146,147,5,2,0,0,147,149,3,10,
        5,0,148,146,1,0,0,0,149,152,1,0,0,0,150,148,1,0,0,0,150,151,1,0,
        0,0,151,154,1,0,0,0,152,150,1,0,0,0,153,145,1,0,0,0,153,154,1,0,
        0,0,154,155,1,0,0,0,155,157,5,4,0,0,156,158,3,12,6,0,157,156,1,0,
        0,0,157,158,1,0,0,0,158,160,1,0,0,0,159,161,3,14,7,0,160,159,1,0,
        0,0,160,161,1,0,0,0,161,163,1,0,0,0,162,164,3,16,8,0,163,162,1,0,
        0,0,163,164,1,0,0,0,164,166,1,0,0,0,165,167,3,68,34,0,166,165,1,
        0,0,0,166,167,1,0,0,0,167,168,1,0,0,0,168,169,5,5,0,0,169,171,3,
        28,14,0,170,172,3,92,46,0,171,170,1,0,0,0,171,172,1,0,0,0,172,7,
        1,0,0,0,173,176,5,76,0,0,174,175,5,5,0,0,175,177,3,64,32,0,176,174,
        1,0,0,0,176,177,1,0,0,0,177,9,1,0,0,0,178,180,5,76,0,0,179,181,5,
        79,0,0,180,179,1,0,0,0,180,181,1,0,0,0,181,11,1,0,0,0,182,183,5,
        6,0,0,183,188,5,77,0,0,184,185,5,2,0,0,185,187,5,77,0,0,186,184,
        1,0,0,0,187,190,1,0,0,0,188,186,1,0,0,0,188,189,1,0,0,0,189,191,
        1,0,0,0,190,188,1,0,0,0,191,192,5,7,0,0,192,13,1,0,0,0,193,194,5,
        8,0,0,194,195,3,58,29,0,195,196,5,9,0,0,196,15,1,0,0,0,197,198,5,
        3,0,0,198,203,3,18,9,0,199,200,5,2,0,0,200,202,3,18,9,0,201,199,
        1,0,0,0,202,205,1,0,0,0,203,201,1,0,0,0,203,204,1,0,0,0,204,206,
        1,0,0,0,205,203,1,0,0,0,206,207,5,4,0,0,207,17,1,0,0,0,208,212,5,
        10,0,0,209,211,3,6,3,0,210,209,1,0,0,0,211,214,1,0,0,0,212,210,1,
        0,0,0,212,213,1,0,0,0,213,218,1,0,0,0,214,212,1,0,0,0,215,217,3,
        20,10,0,216,215,1,0,0,0,217,220,1,0,0,0,218,216,1,0,0,0,218,219,
        1,0,0,0,219,221,1,0,0,0,220,218,1,0,0,0,221,222,5,11,0,0,222,19,
        1,0,0,0,223,225,5,77,0,0,224,226,3,22,11,0,225,224,1,0,0,0,225,226,
        1,0,0,0,226,227,1,0,0,0,227,231,5,5,0,0,228,230,3,6,3,0,229,228,
        1,0,0,0,230,233,1,0,0,0,231,229,1,0,0,0,231,232,1,0,0,0,232,21,1,
        0,0,0,233,231,1,0,0,0,234,243,5,3,0,0,235,240,3,24,12,0,236,237,
        5,2,0,0,237,239,3,24,12,0,238,236,1,0,0,0,239,242,1,0,0,0,240,238,
        1,0,0,0,240,241,1,0,0,0,241,244,1,0,0,0,242,240,1,0,0,0,243,235,
        1,0,0,0,243,244,1,0,0,0,244,245,1,0,0,0,245,246,5,4,0,0,246,23,1,
        0,0,0,247,248,5,76,0,0,248,249,5,5,0,0,249,251,3,26,13,0,250,252,
        3,92,46,0,251,250,1,0,0,0,251,252,1,0,0,0,252,25,1,0,0,0,253,256,
        3,28,14,0,254,256,3,30,15,0,255,253,1,0,0,0,255,254,1,0,0,0,256,
        27,1,0,0,0,257,266,5,3,0,0,258,263,3,26,13,0,259,260,5,2,0,0,260,
        262,3,26,13,0,261,259,1,0,0,0,262,265,1,0,0,0,263,261,1,0,0,0,263,
        264,1,0,0,0,264,267,1,0,0,0,265,263,1,0,0,0,266,258,1,0,0,0,266,
        267,1,0,0,0,267,268,1,0,0,0,268,269,5,4,0,0,269,283,5,12,0,0,270,
        284,3,30,15,0,271,280,5,3,0,0,272,277,3,26,13,0,273,274,5,2,0,0,
        274,276,3,26,13,0,275,273,1,0,0,0,276,279,1,0,0,0,277,275,1,0,0,
        0,277,278,1,0,0,0,278,281,1,0,0,0,279,277,1,0,0,0,280,272,1,0,0,
        0,280,281,1,0,0,0,281,282,1,0,0,0,282,284,5,4,0,0,283,270,1,0,0,
        0,283,271,1,0,0,0,284,29,1,0,0,0,285,302,5,81,0,0,286,302,5,83,0,
        0,287,302,5,48,0,0,288,302,5,49,0,0,289,302,5,13,0,0,290,302,5,14,
        0,0,291,292,5,15,0,0,292,302,3,32,16,0,293,294,5,16,0,0,294,302,
        3,34,17,0,295,296,5,17,0,0,296,302,3,36,18,0,297,298,5,18,0,0,298,
        302,3,38,19,0,299,300,5,19,0,0,300,302,3,40,20,0,301,285,1,0,0,0,
        301,286,1,0,0,0,301,287,1,0,0,0,301,288,1,0,0,0,301,289,1,0,0,0,
        301,290,1,0,0,0,301,291,1,0,0,0,301,293,1,0,0,0,301,295,1,0,0,0,
        301,297,1,0,0,0,301,299,1,0,0,0,302,31,1,0,0,0,303,307,5,8,0,0,304,
        305,5,20,0,0,305,308,3,48,24,0,306,308,3,42,21,0,307,304,1,0,0,0,
        307,306,1,0,0,0,308,313,1,0,0,0,309,311,5,2,0,0,310,312,3,58,29,
        0,311,310,1,0,0,0,311,312,1,0,0,0,312,314,1,0,0,0,313,309,1,0,0,
        0,313,314,1,0,0,0,314,315,1,0,0,0,315,316,5,9,0,0,316,33,1,0,0,0,
        317,318,5,8,0,0,318,319,3,54,27,0,319,320,5,9,0,0,320,35,1,0,0,0,
        321,336,5,8,0,0,322,323,5,20,0,0,323,326,3,48,24,0,324,325,5,2,0,
        0,325,327,3,58,29,0,326,324,1,0,0,0,326,327,1,0,0,0,327,337,1,0,
        0,0,328,333,3,42,21,0,329,330,5,2,0,0,330,332,3,58,29,0,331,329,
        1,0,0,0,332,335,1,0,0,0,333,331,1,0,0,0,333,334,1,0,0,0,334,337,
        1,0,0,0,335,333,1,0,0,0,336,322,1,0,0,0,336,328,1,0,0,0,337,338,
        1,0,0,0,338,339,5,9,0,0,339,37,1,0,0,0,340,341,5,8,0,0,341,342,3,
        26,13,0,342,343,5,9,0,0,343,39,1,0,0,0,344,353,5,8,0,0,345,350,3,
        26,13,0,346,347,5,2,0,0,347,349,3,26,13,0,348,346,1,0,0,0,349,352,
        1,0,0,0,350,348,1,0,0,0,350,351,1,0,0,0,351,354,1,0,0,0,352,350,
        1,0,0,0,353,345,1,0,0,0,353,354,1,0,0,0,354,355,1,0,0,0,355,356,
        5,9,0,0,356,41,1,0,0,0,357,358,7,1,0,0,358,366,3,42,21,0,359,360,
        7,2,0,0,360,366,3,44,22,0,361,362,5,71,0,0,362,366,3,44,22,0,363,
        366,3,46,23,0,364,366,3,26,13,0,365,357,1,0,0,0,365,359,1,0,0,0,
        365,361,1,0,0,0,365,363,1,0,0,0,365,364,1,0,0,0,366,43,1,0,0,0,367,
        368,7,3,0,0,368,374,3,42,21,0,369,370,5,52,0,0,370,374,3,44,22,0,
        371,374,3,50,25,0,372,374,3,52,26,0,373,367,1,0,0,0,373,369,1,0,
        0,0,373,371,1,0,0,0,373,372,1,0,0,0,374,45,1,0,0,0,375,380,5,67,
        0,0,376,380,5,68,0,0,377,378,5,69,0,0,378,380,3,38,19,0,379,375,
        1,0,0,0,379,376,1,0,0,0,379,377,1,0,0,0,380,47,1,0,0,0,381,382,5,
        50,0,0,382,385,3,26,13,0,383,385,3,50,25,0,384,381,1,0,0,0,384,383,
        1,0,0,0,385,49,1,0,0,0,386,398,5,53,0,0,387,388,5,54,0,0,388,398,
        3,32,16,0,389,390,5,55,0,0,390,398,3,34,17,0,391,392,5,56,0,0,392,
        398,3,36,18,0,393,394,5,57,0,0,394,398,3,38,19,0,395,396,5,58,0,
        0,396,398,3,40,20,0,397,386,1,0,0,0,397,387,1,0,0,0,397,389,1,0,
        0,0,397,391,1,0,0,0,397,393,1,0,0,0,397,395,1,0,0,0,398,51,1,0,0,
        0,399,411,5,59,0,0,400,401,5,60,0,0,401,411,3,32,16,0,402,403,5,
        61,0,0,403,411,3,34,17,0,404,405,5,62,0,0,405,411,3,36,18,0,406,
        407,5,63,0,0,407,411,3,38,19,0,408,409,5,64,0,0,409,411,3,40,20,
        0,410,399,1,0,0,0,410,400,1,0,0,0,410,402,1,0,0,0,410,404,1,0,0,
        0,410,406,1,0,0,0,410,408,1,0,0,0,411,53,1,0,0,0,412,413,5,65,0,
        0,413,425,3,54,27,0,414,420,5,70,0,0,415,420,5,71,0,0,416,417,5,
        6,0,0,417,418,5,70,0,0,418,420,5,7,0,0,419,414,1,0,0,0,419,415,1,
        0,0,0,419,416,1,0,0,0,420,421,1,0,0,0,421,425,3,56,28,0,422,425,
        3,46,23,0,423,425,3,26,13,0,424,412,1,0,0,0,424,419,1,0,0,0,424,
        422,1,0,0,0,424,423,1,0,0,0,425,55,1,0,0,0,426,427,7,3,0,0,427,433,
        3,54,27,0,428,429,5,52,0,0,429,433,3,56,28,0,430,433,3,50,25,0,431,
        433,3,52,26,0,432,426,1,0,0,0,432,428,1,0,0,0,432,430,1,0,0,0,432,
        431,1,0,0,0,433,57,1,0,0,0,434,437,3,62,31,0,435,436,5,5,0,0,436,
        438,3,26,13,0,437,435,1,0,0,0,437,438,1,0,0,0,438,578,1,0,0,0,439,
        442,5,74,0,0,440,441,5,5,0,0,441,443,3,26,13,0,442,440,1,0,0,0,442,
        443,1,0,0,0,443,578,1,0,0,0,444,578,3,66,33,0,445,578,5,80,0,0,446,
        578,5,79,0,0,447,578,3,60,30,0,448,457,5,6,0,0,449,454,3,58,29,0,
        450,451,5,2,0,0,451,453,3,58,29,0,452,450,1,0,0,0,453,456,1,0,0,
        0,454,452,1,0,0,0,454,455,1,0,0,0,455,458,1,0,0,0,456,454,1,0,0,
        0,457,449,1,0,0,0,457,458,1,0,0,0,458,459,1,0,0,0,459,578,5,7,0,
        0,460,578,3,68,34,0,461,578,5,22,0,0,462,578,5,23,0,0,463,578,5,
        24,0,0,464,578,3,94,47,0,465,466,5,25,0,0,466,467,5,8,0,0,467,477,
        3,26,13,0,468,469,5,5,0,0,469,474,3,72,36,0,470,471,5,2,0,0,471,
        473,3,72,36,0,472,470,1,0,0,0,473,476,1,0,0,0,474,472,1,0,0,0,474,
        475,1,0,0,0,475,478,1,0,0,0,476,474,1,0,0,0,477,468,1,0,0,0,477,
        478,1,0,0,0,478,479,1,0,0,0,479,480,5,9,0,0,480,578,1,0,0,0,481,
        482,5,26,0,0,482,484,5,8,0,0,483,485,3,74,37,0,484,483,1,0,0,0,484,
        485,1,0,0,0,485,486,1,0,0,0,486,487,5,9,0,0,487,488,5,5,0,0,488,
        578,3,26,13,0,489,490,5,27,0,0,490,495,5,8,0,0,491,492,3,74,37,0,
        492,493,5,2,0,0,493,494,3,74,37,0,494,496,1,0,0,0,495,491,1,0,0,
        0,495,496,1,0,0,0,496,497,1,0,0,0,497,498,5,9,0,0,498,499,5,5,0,
        0,499,578,3,26,13,0,500,501,5,28,0,0,501,504,5,8,0,0,502,505,5,74,
        0,0,503,505,3,106,53,0,504,502,1,0,0,0,504,503,1,0,0,0,505,506,1,
        0,0,0,506,507,5,9,0,0,507,508,5,5,0,0,508,578,3,26,13,0,509,510,
        5,29,0,0,510,511,5,8,0,0,511,512,3,80,40,0,512,513,5,12,0,0,513,
        522,5,3,0,0,514,519,3,86,43,0,515,516,5,2,0,0,516,518,3,86,43,0,
        517,515,1,0,0,0,518,521,1,0,0,0,519,517,1,0,0,0,519,520,1,0,0,0,
        520,523,1,0,0,0,521,519,1,0,0,0,522,514,1,0,0,0,522,523,1,0,0,0,
        523,524,1,0,0,0,524,525,5,4,0,0,525,526,5,9,0,0,526,578,1,0,0,0,
        527,528,5,30,0,0,528,529,5,8,0,0,529,530,3,80,40,0,530,531,5,5,0,
        0,531,540,5,3,0,0,532,537,3,84,42,0,533,534,5,2,0,0,534,536,3,84,
        42,0,535,533,1,0,0,0,536,539,1,0,0,0,537,535,1,0,0,0,537,538,1,0,
        0,0,538,541,1,0,0,0,539,537,1,0,0,0,540,532,1,0,0,0,540,541,1,0,
        0,0,541,542,1,0,0,0,542,543,5,4,0,0,543,544,5,9,0,0,544,578,1,0,
        0,0,545,546,5,31,0,0,546,547,5,8,0,0,547,556,5,6,0,0,548,553,3,78,
        39,0,549,550,5,2,0,0,550,552,3,78,39,0,551,549,1,0,0,0,552,555,1,
        0,0,0,553,551,1,0,0,0,553,554,1,0,0,0,554,557,1,0,0,0,555,553,1,
        0,0,0,556,548,1,0,0,0,556,557,1,0,0,0,557,558,1,0,0,0,558,563,5,
        7,0,0,559,560,5,2,0,0,560,561,5,32,0,0,561,562,5,5,0,0,562,564,3,
        78,39,0,563,559,1,0,0,0,563,564,1,0,0,0,564,565,1,0,0,0,565,578,
        5,9,0,0,566,567,5,33,0,0,567,568,5,6,0,0,568,569,3,64,32,0,569,570,
        5,7,0,0,570,572,5,8,0,0,571,573,3,58,29,0,572,571,1,0,0,0,572,573,
        1,0,0,0,573,574,1,0,0,0,574,575,5,9,0,0,575,578,1,0,0,0,576,578,
        3,26,13,0,577,434,1,0,0,0,577,439,1,0,0,0,577,444,1,0,0,0,577,445,
        1,0,0,0,577,446,1,0,0,0,577,447,1,0,0,0,577,448,1,0,0,0,577,460,
        1,0,0,0,577,461,1,0,0,0,577,462,1,0,0,0,577,463,1,0,0,0,577,464,
        1,0,0,0,577,465,1,0,0,0,577,481,1,0,0,0,577,489,1,0,0,0,577,500,
        1,0,0,0,577,509,1,0,0,0,577,527,1,0,0,0,577,545,1,0,0,0,577,566,
        1,0,0,0,577,576,1,0,0,0,578,59,1,0,0,0,579,582,5,82,0,0,580,581,
        5,5,0,0,581,583,3,26,13,0,582,580,1,0,0,0,582,583,1,0,0,0,583,61,
        1,0,0,0,584,586,5,34,0,0,585,584,1,0,0,0,585,586,1,0,0,0,586,589,
        1,0,0,0,587,590,3,64,32,0,588,590,5,73,0,0,589,587,1,0,0,0,589,588,
        1,0,0,0,590,63,1,0,0,0,591,592,7,4,0,0,592,65,1,0,0,0,593,598,5,
        78,0,0,594,595,5,35,0,0,595,597,5,78,0,0,596,594,1,0,0,0,597,600,
        1,0,0,0,598,596,1,0,0,0,598,599,1,0,0,0,599,67,1,0,0,0,600,598,1,
        0,0,0,601,610,5,10,0,0,602,607,3,70,35,0,603,604,5,2,0,0,604,606,
        3,70,35,0,605,603,1,0,0,0,606,609,1,0,0,0,607,605,1,0,0,0,607,608,
        1,0,0,0,608,611,1,0,0,0,609,607,1,0,0,0,610,602,1,0,0,0,610,611,
        1,0,0,0,611,612,1,0,0,0,612,613,5,11,0,0,613,69,1,0,0,0,614,617,
        5,74,0,0,615,617,3,106,53,0,616,614,1,0,0,0,616,615,1,0,0,0,617,
        620,1,0,0,0,618,619,5,1,0,0,619,621,3,58,29,0,620,618,1,0,0,0,620,
        621,1,0,0,0,621,71,1,0,0,0,622,626,5,22,0,0,623,626,5,23,0,0,624,
        626,3,62,31,0,625,622,1,0,0,0,625,623,1,0,0,0,625,624,1,0,0,0,626,
        73,1,0,0,0,627,636,5,6,0,0,628,633,3,74,37,0,629,630,5,2,0,0,630,
        632,3,74,37,0,631,629,1,0,0,0,632,635,1,0,0,0,633,631,1,0,0,0,633,
        634,1,0,0,0,634,637,1,0,0,0,635,633,1,0,0,0,636,628,1,0,0,0,636,
        637,1,0,0,0,637,638,1,0,0,0,638,647,5,7,0,0,639,640,5,3,0,0,640,
        641,3,76,38,0,641,642,5,2,0,0,642,643,3,76,38,0,643,644,5,4,0,0,
        644,647,1,0,0,0,645,647,3,76,38,0,646,627,1,0,0,0,646,639,1,0,0,
        0,646,645,1,0,0,0,647,75,1,0,0,0,648,653,3,62,31,0,649,653,5,22,
        0,0,650,653,5,23,0,0,651,653,5,74,0,0,652,648,1,0,0,0,652,649,1,
        0,0,0,652,650,1,0,0,0,652,651,1,0,0,0,653,77,1,0,0,0,654,660,5,21,
        0,0,655,657,5,34,0,0,656,655,1,0,0,0,656,657,1,0,0,0,657,658,1,0,
        0,0,658,660,3,64,32,0,659,654,1,0,0,0,659,656,1,0,0,0,660,79,1,0,
        0,0,661,663,5,3,0,0,662,664,3,82,41,0,663,662,1,0,0,0,663,664,1,
        0,0,0,664,665,1,0,0,0,665,671,5,4,0,0,666,668,5,6,0,0,667,669,3,
        82,41,0,668,667,1,0,0,0,668,669,1,0,0,0,669,670,1,0,0,0,670,672,
        5,7,0,0,671,666,1,0,0,0,671,672,1,0,0,0,672,81,1,0,0,0,673,678,3,
        106,53,0,674,675,5,2,0,0,675,677,3,106,53,0,676,674,1,0,0,0,677,
        680,1,0,0,0,678,676,1,0,0,0,678,679,1,0,0,0,679,83,1,0,0,0,680,678,
        1,0,0,0,681,682,3,86,43,0,682,683,7,5,0,0,683,684,5,1,0,0,684,685,
        3,86,43,0,685,85,1,0,0,0,686,691,3,88,44,0,687,688,7,6,0,0,688,690,
        3,88,44,0,689,687,1,0,0,0,690,693,1,0,0,0,691,689,1,0,0,0,691,692,
        1,0,0,0,692,87,1,0,0,0,693,691,1,0,0,0,694,699,3,90,45,0,695,696,
        7,7,0,0,696,698,3,90,45,0,697,695,1,0,0,0,698,701,1,0,0,0,699,697,
        1,0,0,0,699,700,1,0,0,0,700,89,1,0,0,0,701,699,1,0,0,0,702,703,5,
        34,0,0,703,711,3,90,45,0,704,711,3,64,32,0,705,706,5,3,0,0,706,707,
        3,86,43,0,707,708,5,4,0,0,708,711,1,0,0,0,709,711,3,106,53,0,710,
        702,1,0,0,0,710,704,1,0,0,0,710,705,1,0,0,0,710,709,1,0,0,0,711,
        91,1,0,0,0,712,713,3,94,47,0,713,93,1,0,0,0,714,715,5,40,0,0,715,
        716,5,3,0,0,716,717,3,96,48,0,717,718,5,4,0,0,718,95,1,0,0,0,719,
        771,5,80,0,0,720,771,5,79,0,0,721,771,3,60,30,0,722,771,5,74,0,0,
        723,724,5,74,0,0,724,725,5,3,0,0,725,726,3,96,48,0,726,727,5,4,0,
        0,727,771,1,0,0,0,728,729,5,74,0,0,729,730,5,5,0,0,730,741,3,64,
        32,0,731,732,5,5,0,0,732,739,3,64,32,0,733,735,5,41,0,0,734,736,
        3,64,32,0,735,734,1,0,0,0,735,736,1,0,0,0,736,737,1,0,0,0,737,738,
        5,5,0,0,738,740,3,64,32,0,739,733,1,0,0,0,739,740,1,0,0,0,740,742,
        1,0,0,0,741,731,1,0,0,0,741,742,1,0,0,0,742,771,1,0,0,0,743,771,
        5,42,0,0,744,745,5,43,0,0,745,746,5,3,0,0,746,747,3,96,48,0,747,
        748,5,44,0,0,748,749,3,96,48,0,749,750,5,4,0,0,750,771,1,0,0,0,751,
        756,5,45,0,0,752,753,5,8,0,0,753,754,3,58,29,0,754,755,5,9,0,0,755,
        757,1,0,0,0,756,752,1,0,0,0,756,757,1,0,0,0,757,758,1,0,0,0,758,
        767,5,6,0,0,759,764,3,96,48,0,760,761,5,2,0,0,761,763,3,96,48,0,
        762,760,1,0,0,0,763,766,1,0,0,0,764,762,1,0,0,0,764,765,1,0,0,0,
        765,768,1,0,0,0,766,764,1,0,0,0,767,759,1,0,0,0,767,768,1,0,0,0,
        768,769,1,0,0,0,769,771,5,7,0,0,770,719,1,0,0,0,770,720,1,0,0,0,
        770,721,1,0,0,0,770,722,1,0,0,0,770,723,1,0,0,0,770,728,1,0,0,0,
        770,743,1,0,0,0,770,744,1,0,0,0,770,751,1,0,0,0,771,97,1,0,0,0,772,
        781,5,46,0,0,773,778,3,100,50,0,774,775,5,2,0,0,775,777,3,100,50,
        0,776,774,1,0,0,0,777,780,1,0,0,0,778,776,1,0,0,0,778,779,1,0,0,
        0,779,782,1,0,0,0,780,778,1,0,0,0,781,773,1,0,0,0,781,782,1,0,0,
        0,782,783,1,0,0,0,783,784,5,47,0,0,784,99,1,0,0,0,785,786,3,106,
        53,0,786,787,5,5,0,0,787,796,5,10,0,0,788,793,3,102,51,0,789,790,
        5,2,0,0,790,792,3,102,51,0,791,789,1,0,0,0,792,795,1,0,0,0,793,791,
        1,0,0,0,793,794,1,0,0,0,794,797,1,0,0,0,795,793,1,0,0,0,796,788,
        1,0,0,0,796,797,1,0,0,0,797,798,1,0,0,0,798,799,5,11,0,0,799,101,
        1,0,0,0,800,801,3,106,53,0,801,802,5,5,0,0,802,811,5,10,0,0,803,
        808,3,104,52,0,804,805,5,2,0,0,805,807,3,104,52,0,806,804,1,0,0,
        0,807,810,1,0,0,0,808,806,1,0,0,0,808,809,1,0,0,0,809,812,1,0,0,
        0,810,808,1,0,0,0,811,803,1,0,0,0,811,812,1,0,0,0,812,813,1,0,0,
        0,813,814,5,11,0,0,814,103,1,0,0,0,815,818,5,74,0,0,816,818,3,106,
        53,0,817,815,1,0,0,0,817,816,1,0,0,0,818,819,1,0,0,0,819,820,5,5,
        0,0,820,821,7,8,0,0,821,105,1,0,0,0,822,828,5,75,0,0,823,828,5,48,
        0,0,824,828,5,49,0,0,825,828,3,108,54,0,826,828,3,110,55,0,827,822,
        1,0,0,0,827,823,1,0,0,0,827,824,1,0,0,0,827,825,1,0,0,0,827,826,
        1,0,0,0,828,107,1,0,0,0,829,830,7,9,0,0,830,109,1,0,0,0,831,832,
        7,10,0,0,832,111,1,0,0,0,101,116,118,136,141,150,153,157,160,163,
        166,171,176,180,188,203,212,218,225,231,240,243,251,255,263,266,
        277,280,283,301,307,311,313,326,333,336,350,353,365,373,379,384,
        397,410,419,424,432,437,442,454,457,474,477,484,495,504,519,522,
        537,540,553,556,563,572,577,582,585,589,598,607,610,616,620,625,
        633,636,646,652,656,659,663,668,671,678,691,699,710,735,739,741,
        756,764,767,770,778,781,793,796,808,811,817,827
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
    public bareName(): BareNameContext[];
    public bareName(i: number): BareNameContext | null;
    public bareName(i?: number): BareNameContext[] | BareNameContext | null {
        if (i === undefined) {
            return this.getRuleContexts(BareNameContext);
        }

        return this.getRuleContext(i, BareNameContext);
    }
    public override get ruleIndex(): number {
        return MlirParser.RULE_affineNames;
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
