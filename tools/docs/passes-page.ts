// The page of the passes with their options, and of the pipelines.
import type { PassDefinition } from "../../ir/pass/define-pass.ts";
import { defaultOptions, describeOption, type OptionSpecs } from "../../ir/pass/options.ts";
import type { NamedPipeline } from "../../ir/pass/pass-registry.ts";
import { crossingPasses } from "../fuzz/units.ts";
import {
  commas,
  heading,
  paragraph,
  prose,
  sentence,
  table,
  type Block,
  type Inline,
  type Line,
  type Page,
} from "./page.ts";
import { dialectLink, opLink, ownerOf, passesPath, passLink, type Subject } from "./subject.ts";
import { verdictText } from "./verdicts.ts";

export function passesPage(subject: Subject): Page {
  const { passes, pipelines } = subject.registry;
  const all = [...passes.passes.values()];
  const group = (title: string, list: readonly PassDefinition[]): Block[] =>
    list.length === 0 ? [] : [heading(2, title), ...list.flatMap((pass) => passSection(subject, pass))];
  const crossing = crossingPasses(subject.registry);
  return {
    path: passesPath,
    title: "Passes",
    blocks: [
      paragraph(
        "Each is a flag of ", { code: "terrace opt" }, ", and a name in ", { code: "--pass-pipeline" }, ". Options are given as ",
        { code: "--PASS='name=value ...'" }, " or, in a pipeline, as ", { code: "PASS{name=value ...}" }, ".",
      ), // prettier-ignore
      ...group("Passes within a level", all.filter(({ name }) => !crossing.has(name))),
      ...group("Passes that cross a level", all.filter(({ name }) => crossing.has(name))),
      ...(pipelines.size === 0 ? [] : [heading(2, "Pipelines")]),
      ...[...pipelines.values()].flatMap((pipeline) => pipelineSection(subject, pipeline)),
    ],
  }; // prettier-ignore
}

function passSection(subject: Subject, pass: PassDefinition): Block[] {
  const { registry, verdicts } = subject;
  const { name, description, options, statistics, anchor, dependentDialects } = pass;
  const summary = sentence(pass.summary);
  const verdict = verdicts.of("passes", name) ?? verdicts.of("conversions", name);
  return [
    heading(3, name, { name, kind: "pass", summary }),
    paragraph(...prose(summary)),
    ...owned(subject, name),
    ...(description === "" ? [] : [paragraph(...prose(description))]),
    ...(anchor === undefined ? [] : [paragraph("Runs on ", opLink(subject, anchor), ".")]),
    ...(dependentDialects.length === 0
      ? []
      : [paragraph("Makes operations of ", ...commas(dependentDialects.map((dialect) => [dialectLink(subject, dialect)])), ".")]),
    ...optionTable(options),
    ...table(["statistic", "what it counts"], Object.entries(statistics).map(([of, text]) => [[{ code: of }], [text]])),
    ...(verdict === undefined && registry.owners.get(`pass '${name}'`) !== "terrace" ? [] : [paragraph(`Verdict: ${verdictText(verdict)}.`)]),
  ]; // prettier-ignore
}

const owned = ({ registry }: Subject, name: string): Block[] => {
  const owner = ownerOf(registry, `pass '${name}'`);
  return owner === undefined ? [] : [paragraph(`From the plugin ${owner}.`)];
};

const optionTable = (options: OptionSpecs): Block[] =>
  table(
    ["option", "what it takes", "default", "what it does"],
    Object.entries(options).map(([name, spec]): Line[] => [
      [{ code: name }],
      [describeOption(spec)],
      [{ code: JSON.stringify(spec.default) }],
      prose(sentence(spec.description)),
    ]),
  );

function pipelineSection(subject: Subject, pipeline: NamedPipeline): Block[] {
  const { passes } = subject.registry;
  const { name, expand, options = {} } = pipeline;
  const summary = sentence(pipeline.summary);
  return [
    heading(3, name, { name, kind: "pipeline", summary }),
    paragraph(...prose(summary)),
    ...owned(subject, name),
    ...optionTable(options),
    paragraph(...pipelineLine(expand(defaultOptions(options), passes.conversions), (word) => passes.has(word))),
  ];
}

/** A pipeline's text, in which the passes lead to their entries. */
function pipelineLine(text: string, isPass: (name: string) => boolean): Line {
  const line: Inline[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") line.push(plain);
    plain = "";
  };
  // Outside of options a word is a pass, or the op that passes run on.
  for (const [part] of text.matchAll(/\{[^{}]*\}|[\w.-]+|[^\w.{-]+/g)) {
    if (isPass(part)) {
      flush();
      line.push(passLink(part));
    } else plain += part.replaceAll(",", ", ");
  }
  flush();
  return line;
}
