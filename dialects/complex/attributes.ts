// `#complex.number<:f64 1.0, 2.0>`: a complex number as an attribute.
import type { Attribute } from "../../ir/core/attributes.ts";
import { complexType } from "../../ir/core/type-constructors.ts";
import { defineAttribute } from "../../ir/define/define-dialect.ts";

/** The parameters are the real and the imaginary part. */
export const NumberAttr = defineAttribute({
  name: "complex.number",
  summary: "A complex number.",
  print: ([re, im], p) => {
    if (re === undefined || im === undefined || !("kind" in re) || re.kind !== "float" || im.kind !== "float") return;
    if (!("bits" in re) || !("bits" in im)) return;
    p.text("<:");
    p.type(re.type);
    p.text(" ");
    p.attribute(re, { elideType: true });
    p.text(", ");
    p.attribute(im, { elideType: true });
    p.text("> : ");
    p.type(complexType(re.type));
  },
  parse: (p) => {
    p.expect("<");
    p.expect(":");
    const at = p.position();
    const type = p.type();
    const part = (): Attribute => {
      const place = p.position();
      const attribute = p.attribute(type.kind === "float" ? type : undefined);
      if (attribute.kind !== "float") p.error("expected floating point literal", place);
      return attribute;
    };
    const re = part();
    p.expect(",");
    const im = part();
    p.expect(">");
    if (type.kind !== "float") p.error("element type of the complex attribute must be float like type.", at);
    // The type that follows says nothing new.
    if (p.accept(":")) p.type();
    return [re, im];
  },
});
