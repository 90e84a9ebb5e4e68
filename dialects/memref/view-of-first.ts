// What views of memory have in common: the result shows the memory of the first operand.
import { ViewLikeOpInterface } from "../../ir/define/op-interfaces.ts";

export const viewOfFirst = ViewLikeOpInterface.with(() => 0);
