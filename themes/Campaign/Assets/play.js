// Decisions, scenarios and scenes. Loaded on their pages alone; without it each is one page to read and to tick off.
import { lookForHazards } from "./js/play/scene.js";
import { walkScenario } from "./js/play/scenario.js";
import { walkTree } from "./js/play/tree.js";
import { isLate, settle } from "./js/settle.js";

if (!isLate()) {
  walkTree();
  walkScenario();
}
lookForHazards();
settle();
