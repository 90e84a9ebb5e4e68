// MLIR's text in its generic form: what no reader can accept without this shape. Context-free: whether names are defined,
// counts and types fit, numbers are in range, or a dialect knows its own types and attributes is not said here.
// The hand-written reader is held against it: it reports an error of syntax exactly where this grammar accepts nothing.
// Every character is some token: errors are the parser's alone.
grammar Mlir;

file: (attributeAlias | typeAlias | operation | resources)* EOF;

attributeAlias: (HASH_NAME | HASH_NUMBER) '=' attribute;
typeAlias: BANG_NAME '=' type;

// --- operations -----------------------------------------------------------------------------------------------------

operation:
    (resultGroup (',' resultGroup)* '=')? STRING '(' (value (',' value)*)? ')' successors? properties? regions? dictionary? ':' functionType location?;

resultGroup: PERCENT_NAME (':' integer)?;

// `%x#1`: the number is one token with its sigil.
value: PERCENT_NAME HASH_NUMBER?;

successors: '[' CARET_NAME (',' CARET_NAME)* ']';

properties: '<' attribute '>';

regions: '(' region (',' region)* ')';

// The first block needs no label.
region: '{' operation* block* '}';

block: CARET_NAME blockArguments? ':' operation*;

blockArguments: '(' (blockArgument (',' blockArgument)*)? ')';

blockArgument: PERCENT_NAME ':' type location?;

// --- types ----------------------------------------------------------------------------------------------------------

type: functionType | nonFunctionType;

functionType: '(' (type (',' type)*)? ')' '->' (nonFunctionType | '(' (type (',' type)*)? ')');

nonFunctionType:
    BANG_NAME
    | BANG_SYMBOL
    | INTEGER_TYPE
    | FLOAT_TYPE
    | 'index'
    | 'none'
    | 'tensor' tensorParameters
    | 'vector' vectorParameters
    | 'memref' memrefParameters
    | 'complex' complexParameters
    | 'tuple' tupleParameters;

tensorParameters: '<' ('*' unrankedElement | elements) (',' attribute?)? '>';
vectorParameters: '<' vectorElements '>';
memrefParameters: '<' ('*' unrankedElement (',' attribute)? | elements (',' attribute)*) '>';
complexParameters: '<' type '>';
tupleParameters: '<' (type (',' type)*)? '>';

// Extents and the type of the elements. `4x?x8xf32` is the tokens `4x?x8x` and `f32`; blanks may stand anywhere between
// (`4 x8xf32`), where the words after them begin with an x.
elements: (STATIC_SHAPE | SHAPE) elements | (DECIMAL | '?') elementsAfterExtent | ZERO_DECIMAL elementsAfterExtent | zeroElements | type;
elementsAfterExtent: (X | X_SHAPE) elements | X_EXTENT elementsAfterExtent | gluedType | gluedShapedType;

// `0xf32` is no extent of sixteens.
zeroElements: ZERO_HEX_TYPE | ZERO_TYPE | ZERO_COMPLEX complexParameters;

unrankedElement: X type | gluedType;

gluedType:
    X_SCALAR
    | X_TENSOR tensorParameters
    | X_VECTOR vectorParameters
    | X_MEMREF memrefParameters
    | X_COMPLEX complexParameters
    | X_TUPLE tupleParameters;

// The same behind more extents: `x8xf32`.
gluedShapedType:
    X_SHAPE_SCALAR
    | X_SHAPE_TENSOR tensorParameters
    | X_SHAPE_VECTOR vectorParameters
    | X_SHAPE_MEMREF memrefParameters
    | X_SHAPE_COMPLEX complexParameters
    | X_SHAPE_TUPLE tupleParameters;

// Extents of vectors are static, and may be in brackets.
vectorElements:
    STATIC_SHAPE vectorElements
    | (DECIMAL | ZERO_DECIMAL | '[' DECIMAL ']') vectorAfterExtent
    | zeroElements
    | type;
vectorAfterExtent: (X | X_SHAPE) vectorElements | X_EXTENT vectorAfterExtent | gluedType | gluedShapedType;

// --- attributes -----------------------------------------------------------------------------------------------------

attribute:
    number (':' type)?
    | STRING (':' type)?
    | symbolReference
    | HASH_NAME
    | HASH_NUMBER
    | extendedAttribute
    | '[' (attribute (',' attribute)*)? ']'
    | dictionary
    | 'true'
    | 'false'
    | 'unit'
    | locationAttribute
    | 'array' '<' type (':' arrayElement (',' arrayElement)*)? '>'
    | 'dense' '<' literal? '>' ':' type
    | 'sparse' '<' (literal ',' literal)? '>' ':' type
    | 'dense_resource' '<' (STRING | bareName) '>' ':' type
    | 'affine_map' '<' affineSpace '->' '(' (affineExpression (',' affineExpression)*)? ')' '>'
    | 'affine_set' '<' affineSpace ':' '(' (affineConstraint (',' affineConstraint)*)? ')' '>'
    | 'strided' '<' '[' (extent (',' extent)*)? ']' (',' 'offset' ':' extent)? '>'
    | 'distinct' '[' integer ']' '<' attribute? '>'
    | type;

extendedAttribute: HASH_SYMBOL (':' type)?;

number: '-'? (integer | FLOAT);

integer: DECIMAL | ZERO_DECIMAL | HEXADECIMAL | ZERO_HEX_TYPE;

symbolReference: AT_NAME ('::' AT_NAME)*;

dictionary: '{' (entry (',' entry)*)? '}';

entry: (STRING | bareName) ('=' attribute)?;

arrayElement: 'true' | 'false' | number;

literal: '[' (literal (',' literal)*)? ']' | '(' scalar ',' scalar ')' | scalar;

scalar: number | 'true' | 'false' | STRING;

extent: '?' | '-'? integer;

// --- affine maps and sets -------------------------------------------------------------------------------------------

affineSpace: '(' affineNames? ')' ('[' affineNames? ']')?;

affineNames: bareName (',' bareName)*;

affineConstraint: affineExpression ('>' | '<' | '=') '=' affineExpression;

affineExpression: affineProduct (('+' | '-') affineProduct)*;

affineProduct: affineOperand (('*' | 'floordiv' | 'ceildiv' | 'mod') affineOperand)*;

affineOperand: '-' affineOperand | integer | '(' affineExpression ')' | bareName;

// --- locations ------------------------------------------------------------------------------------------------------

location: locationAttribute;

locationAttribute: 'loc' '(' locationBody ')';

locationBody:
    HASH_NAME
    | HASH_NUMBER
    | extendedAttribute
    | STRING
    | STRING '(' locationBody ')'
    | STRING ':' integer (':' integer ('to' integer? ':' integer)?)?
    | 'unknown'
    | 'callsite' '(' locationBody 'at' locationBody ')'
    | 'fused' ('<' attribute '>')? '[' (locationBody (',' locationBody)*)? ']';

// --- resources ------------------------------------------------------------------------------------------------------

resources: '{-#' (resourceSection (',' resourceSection)*)? '#-}';

resourceSection: bareName ':' '{' (resourceOwner (',' resourceOwner)*)? '}';

resourceOwner: bareName ':' '{' (resourceEntry (',' resourceEntry)*)? '}';

resourceEntry: (STRING | bareName) ':' ('true' | 'false' | STRING);

// --- names that are also words of the grammar -----------------------------------------------------------------------

bareName: BARE_NAME | INTEGER_TYPE | FLOAT_TYPE | keyword | xName;

keyword:
    'index' | 'none' | 'tensor' | 'vector' | 'memref' | 'complex' | 'tuple' | 'true' | 'false' | 'unit' | 'array' | 'dense' | 'sparse'
    | 'dense_resource' | 'affine_map' | 'affine_set' | 'strided' | 'offset' | 'distinct' | 'floordiv' | 'ceildiv' | 'mod' | 'loc' | 'to'
    | 'unknown' | 'callsite' | 'at' | 'fused';

xName:
    X | X_SHAPE | X_EXTENT | X_SCALAR | X_TENSOR | X_VECTOR | X_MEMREF | X_COMPLEX | X_TUPLE | X_SHAPE_SCALAR | X_SHAPE_TENSOR
    | X_SHAPE_VECTOR | X_SHAPE_MEMREF | X_SHAPE_COMPLEX | X_SHAPE_TUPLE;

// --- tokens ---------------------------------------------------------------------------------------------------------

INTEGER_TYPE: [su]? 'i' DIGIT+;
FLOAT_TYPE: FLOAT_WORD;

X: 'x';
X_SHAPE: 'x' (DIGIT+ 'x')+;
X_EXTENT: 'x' (DIGIT+ 'x')* DIGIT+;
X_SCALAR: 'x' SCALAR_WORD;
X_TENSOR: 'xtensor';
X_VECTOR: 'xvector';
X_MEMREF: 'xmemref';
X_COMPLEX: 'xcomplex';
X_TUPLE: 'xtuple';
X_SHAPE_SCALAR: X_SHAPE SCALAR_WORD;
X_SHAPE_TENSOR: X_SHAPE 'tensor';
X_SHAPE_VECTOR: X_SHAPE 'vector';
X_SHAPE_MEMREF: X_SHAPE 'memref';
X_SHAPE_COMPLEX: X_SHAPE 'complex';
X_SHAPE_TUPLE: X_SHAPE 'tuple';

STATIC_SHAPE: (DIGIT+ 'x')+;
SHAPE: ((DIGIT+ | '?') 'x')+;

// Also a hexadecimal number.
ZERO_HEX_TYPE: '0x' ('bf16' | 'f16' | 'f32' | 'f64' | 'f80' | 'f128');
ZERO_TYPE: '0x' FLOAT_WORD;
ZERO_COMPLEX: '0xcomplex';

DECIMAL: DIGIT+;
ZERO_DECIMAL: '0x' DIGIT+;
HEXADECIMAL: '0x' HEX+;
FLOAT: DIGIT+ '.' DIGIT* ([eE] [+-]? DIGIT+)?;

STRING: '"' (~["\\\n\u000B\f] | '\\' (["\\nt] | HEX HEX))* '"';

BARE_NAME: [A-Za-z_] [A-Za-z0-9_$.]*;
PERCENT_NAME: '%' SUFFIX;
CARET_NAME: '^' SUFFIX;
AT_NAME: '@' ([A-Za-z_] [A-Za-z0-9_$.]* | STRING);
HASH_NUMBER: '#' DIGIT+;
HASH_NAME: '#' UNDOTTED;
BANG_NAME: '!' (DIGIT+ | UNDOTTED);

// `#dialect.name`, and `#dialect...<...>` with any balanced text in it.
HASH_SYMBOL: '#' (DOTTED BODY? | (DIGIT+ | UNDOTTED) BODY);
BANG_SYMBOL: '!' (DOTTED BODY? | (DIGIT+ | UNDOTTED) BODY);

SPACE: [ \t\r\n\u0000]+ -> skip;
COMMENT: '//' ~[\n]* -> skip;
ANYTHING_ELSE: .;

fragment DIGIT: [0-9];
fragment HEX: [0-9a-fA-F];
fragment SUFFIX: DIGIT+ | [A-Za-z$._-] [A-Za-z0-9$._-]*;
fragment UNDOTTED: [A-Za-z$_-] [A-Za-z0-9$_-]*;
fragment DOTTED: [A-Za-z$_-] [A-Za-z0-9$_-]* '.' [A-Za-z0-9$._-]* | '.' [A-Za-z0-9$._-]*;

fragment SCALAR_WORD: [su]? 'i' DIGIT+ | FLOAT_WORD | 'index' | 'none';
fragment FLOAT_WORD:
    'f16' | 'bf16' | 'tf32' | 'f32' | 'f64' | 'f80' | 'f128' | 'f8E5M2' | 'f8E4M3' | 'f8E4M3FN' | 'f8E5M2FNUZ' | 'f8E4M3FNUZ'
    | 'f8E4M3B11FNUZ' | 'f8E3M4' | 'f8E8M0FNU' | 'f6E3M2FN' | 'f6E2M3FN' | 'f4E2M1FN';

// Brackets match, outside strings; the arrow's `>` closes nothing.
fragment BODY: '<' BODY_PART* '>';
fragment BODY_PART: DASHES? (PLAIN | RAW_STRING | BODY | '(' BODY_PART* DASHES? ')' | '[' BODY_PART* DASHES? ']' | '{' BODY_PART* DASHES? '}') | DASHES '>';
fragment DASHES: '-'+;
fragment PLAIN: ~["<>()[\]{}\-];
fragment RAW_STRING: '"' (~["\\] | '\\' .)* '"';
