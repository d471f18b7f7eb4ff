// A paper of one's own choice. Loaded on its page alone.
import { makeOwnPaper } from "./js/quiz/own-paper.js";
import { settle } from "./js/settle.js";

makeOwnPaper();
settle();
