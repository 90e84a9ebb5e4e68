// MLIR's textual pass pipelines: `builtin.module(func.func(cse,canonicalize{max-iterations=3}),symbol-dce)`.
// Whitespace is a token, since inside `{...}` it is what separates one option from the next.
// Every character is some token: errors are the parser's alone, and say what was expected.
grammar Pipeline;

pipeline: elements EOF;

elements: WS? (element (COMMA WS? element)*)?;

element: NAME WS? ((nested | options) WS?)?;

nested: LPAREN elements RPAREN;

options: LBRACE WS? (option WS?)* RBRACE;

// A name alone is a flag. A value ends at whitespace or at the closing brace.
option: NAME (EQUALS valuePart*)?;

valuePart: NAME | EQUALS | COMMA | STRING | braces | brackets | parens;

braces: LBRACE grouped* RBRACE;
brackets: LBRACKET grouped* RBRACKET;
parens: LPAREN grouped* RPAREN;
grouped: WS | valuePart;

LPAREN: '(';
RPAREN: ')';
LBRACE: '{';
RBRACE: '}';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
EQUALS: '=';
STRING: '"' ~["]* '"' | '\'' ~[']* '\'';
UNTERMINATED: '"' ~["]* | '\'' ~[']*;
WS: [ \t\r\n]+;
NAME: ~[ \t\r\n(){}[\],='"]+;
