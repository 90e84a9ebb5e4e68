// view-op-graph: shows an operation as a graph in Graphviz's language, with a cluster for each block and each op with regions.
import type { Attribute } from "../ir/core/attributes.ts";
import type { Block } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Type } from "../ir/core/types.ts";
import { elementCount } from "../ir/core/types.ts";
import type { Value } from "../ir/core/value.ts";
import { walkPostOrder } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import type { OptionValues } from "../ir/pass/options.ts";
import { attributeText, typeText } from "../ir/syntax/printer.ts";
import { ValueNames } from "../ir/syntax/value-names.ts";

const options = {
  "max-label-len": {
    type: "int",
    default: 20,
    minimum: 0,
    description: "Limit attribute/type length to number of chars",
  },
  "print-attrs": { type: "bool", default: true, description: "Print attributes of operations" },
  "print-control-flow-edges": { type: "bool", default: false, description: "Print control flow edges" },
  "print-data-flow-edges": { type: "bool", default: true, description: "Print data flow edges" },
  "print-result-types": { type: "bool", default: true, description: "Print result types of operations" },
} as const;

/** Elements attributes of more elements than this are left out. */
const MAX_ELEMENTS = 16;

/** What edges lead to: an id, and the cluster's where the op has one. */
interface Vertex {
  readonly id: number;
  readonly cluster: number | undefined;
}

const escaped = (label: string): string => label.replace(/["{}<>|]/g, "\\$&").replace(/\n/g, "\\n");
const attributes = (list: Readonly<Record<string, string>>): string =>
  `[${Object.keys(list)
    .sort()
    .map((name) => `${name} = ${list[name] ?? ""}`)
    .join(", ")}]`;

class GraphWriter {
  readonly #options: OptionValues<typeof options>;
  readonly #names: ValueNames;
  readonly #lines: string[] = [];
  readonly #edges: string[] = [];
  readonly #dataEdges: { readonly value: Value; readonly to: Vertex }[] = [];
  readonly #vertices = new Map<Value, Vertex>();
  readonly #hues = new Map<string, string>();
  #indent = 0;
  #lastId = 0;

  constructor(root: Operation, values: OptionValues<typeof options>) {
    this.#options = values;
    this.#names = new ValueNames(root, { generic: false, uniqueIds: false, nameLocations: false, operationIds: false });
    const kinds = new Set(walkPostOrder(root).map(({ name }) => name));
    let index = 0;
    for (const name of kinds) this.#hues.set(name, (index++ / kinds.size).toFixed(6));
  }

  text(root: Operation): string {
    this.#names.enterAround(root);
    this.#block("digraph G", () => {
      this.#line("compound = true;");
      this.#operation(root);
      for (const edge of this.#edges) this.#line(edge);
      for (const { value, to } of this.#dataEdges) {
        const from = this.#vertices.get(value);
        if (from !== undefined) this.#line(this.#edge(from, to, "solid", value));
      }
    });
    return this.#lines.join("");
  }

  #line(text: string): void {
    this.#lines.push(`${"  ".repeat(this.#indent)}${text}\n`);
  }

  #block(head: string, body: () => void): void {
    this.#line(`${head} {`);
    this.#indent++;
    body();
    this.#indent--;
    this.#line("}");
  }

  #vertex(attrs: Readonly<Record<string, string>>): Vertex {
    const id = ++this.#lastId;
    this.#line(`v${id} ${attributes(attrs)};`);
    return { id, cluster: undefined };
  }

  #cluster(label: string, body: () => void): Vertex {
    const cluster = ++this.#lastId;
    const id = cluster + 1;
    this.#block(`subgraph cluster_${cluster}`, () => {
      this.#vertex({ label: '" "', shape: "plain" });
      this.#line(`label = "${label}";`);
      body();
    });
    return { id, cluster };
  }

  #edge(from: Vertex, to: Vertex, style: string, value?: Value): string {
    const port = (vertex: Vertex, prefix: string, side: string): string =>
      value === undefined || vertex.cluster !== undefined ? "" : `:${this.#port(value, prefix)}:${side}`;
    const attrs = {
      ...(to.cluster === undefined ? {} : { lhead: `cluster_${to.cluster}` }),
      ...(from.cluster === undefined ? {} : { ltail: `cluster_${from.cluster}` }),
      style,
    };
    return `v${from.id}${port(from, "res", "s")} -> v${to.id}${port(to, "arg", "n")}${attributes(attrs)};`;
  }

  #port(value: Value, prefix: string): string {
    return `${prefix}${this.#names.text(value).replace(/[%#]/g, "_")}`;
  }

  #cut(text: string): string {
    const length = this.#options["max-label-len"];
    return text.length <= length ? text : `${text.slice(0, length)}...`;
  }

  /** `<port> %name type`. */
  #valueLabel(value: Value): string {
    const type = this.#options["print-result-types"] ? ` ${escaped(this.#cut(typeText(value.type)))}` : "";
    return `<${this.#port(value, "res")}> ${this.#names.text(value)}${type}`;
  }

  #attribute(attribute: Attribute): string {
    const elements = attribute.kind === "dense" ? elementCount(attribute.type.shape) : 0;
    if (attribute.kind === "dense" && attribute.splat) return escaped(attributeText(attribute));
    if (attribute.kind === "dense" && elements > MAX_ELEMENTS) {
      const rank = attribute.type.shape.length;
      return `${"[".repeat(rank)}...${"]".repeat(rank)} : ${escaped(this.#cut(typeText(attribute.type)))}`;
    }
    return escaped(this.#cut(attributeText(attribute)));
  }

  #attributes(op: Operation): string {
    const list = [...op.allAttributes].sort(([a], [b]) => (a < b ? -1 : 1));
    return list.map(([name, attribute]) => `${name}: ${this.#attribute(attribute)}\\l`).join("");
  }

  #operation(op: Operation): Vertex {
    const vertex = op.regions.length > 0 ? this.#withRegions(op) : this.#record(op);
    if (this.#options["print-data-flow-edges"])
      for (const value of op.operands) this.#dataEdges.push({ value, to: vertex });
    for (const result of op.results) this.#vertices.set(result, vertex);
    return vertex;
  }

  #withRegions(op: Operation): Vertex {
    const types = this.#cut(op.results.map(({ type }: { readonly type: Type }) => typeText(type)).join(", "));
    const label =
      `${op.name}${this.#options["print-result-types"] ? ` : (${types})` : ""}` +
      (this.#options["print-attrs"] ? `\\l${this.#attributes(op)}` : "");
    return this.#cluster(label, () => {
      this.#names.enter(op);
      for (const region of op.regions) for (const block of region.blocks) this.#ofBlock(block);
      this.#names.leave();
    });
  }

  #ofBlock(block: Block): void {
    this.#cluster("", () => {
      for (const argument of block.arguments)
        this.#vertices.set(argument, this.#vertex({ label: `"${this.#valueLabel(argument)}"`, shape: "Mrecord" }));
      let previous: Vertex | undefined;
      for (const op of block.ops()) {
        const vertex = this.#operation(op);
        if (this.#options["print-control-flow-edges"] && previous !== undefined)
          this.#edges.push(this.#edge(previous, vertex, "dashed"));
        previous = vertex;
      }
    });
  }

  #record(op: Operation): Vertex {
    const inputs = op.operands.map((value) => `<${this.#port(value, "arg")}> ${this.#names.text(value)}`);
    const own = this.#options["print-attrs"] ? this.#attributes(op) : "";
    const parts = [
      ...(inputs.length > 0 ? [`{${inputs.join("|")}}`] : []),
      `${op.name}\\l${own === "" ? "" : `\\l${own}`}`,
      ...(op.resultCount > 0 ? [`{${op.results.map((result) => this.#valueLabel(result)).join("|")}}`] : []),
    ];
    const fillcolor = `"${this.#hues.get(op.name) ?? "0"} 0.3 0.95"`;
    return this.#vertex({ fillcolor, label: `"{${parts.join("|")}}"`, shape: "Mrecord", style: "filled" });
  }
}

export const viewOpGraphPass = definePass({
  name: "view-op-graph",
  className: "ViewOpGraph",
  summary: "Print Graphviz visualization of an operation",
  options,
  run: (root, { options: values, print, preserve }) => {
    preserve("all");
    print(new GraphWriter(root, values).text(root));
  },
});
