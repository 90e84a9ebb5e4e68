// What a data-flow analysis knows at each place, and who is to look again when it knows more.
import { Dependents, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";

export class States<Place, State> {
  readonly #solver: DataFlowSolver;
  /** What holds where both do: the first itself where that says it all. */
  readonly #both: (a: State, b: State) => State;
  readonly #states = new Map<Place, State>();
  readonly #dependents = new Map<Place, Dependents>();

  constructor(solver: DataFlowSolver, both: (a: State, b: State) => State) {
    this.#solver = solver;
    this.#both = both;
  }

  /** Undefined where nothing is known yet. */
  get(place: Place): State | undefined {
    return this.#states.get(place);
  }

  /** As `get`; `analysis` visits `reader` again when more is known. */
  read(place: Place, analysis: DataFlowAnalysis, reader: ProgramPoint): State | undefined {
    let dependents = this.#dependents.get(place);
    if (dependents === undefined) this.#dependents.set(place, (dependents = new Dependents()));
    dependents.add(analysis, reader);
    return this.#states.get(place);
  }

  /** Adds what also holds at `place`. Whether that says more. */
  add(place: Place, state: State): boolean {
    const old = this.#states.get(place);
    const now = old === undefined ? state : this.#both(old, state);
    if (now === old) return false;
    this.#states.set(place, now);
    this.#dependents.get(place)?.notify(this.#solver);
    return true;
  }
}
