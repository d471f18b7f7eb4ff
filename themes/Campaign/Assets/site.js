// All script of the site. Every page works without it.
import { openFolds } from "./js/folds.js";
import { rememberChecklists } from "./js/checklists.js";
import { rememberLargeType } from "./js/large-type.js";
import { countDown, markToday } from "./js/days.js";
import { keepForOffline } from "./js/keep.js";
import { offerPrint } from "./js/print.js";
import { offerShare } from "./js/share.js";
import { answerToday } from "./js/today.js";

rememberLargeType();
openFolds();
rememberChecklists();
markToday();
countDown();
offerPrint();
offerShare();
answerToday();
keepForOffline();
