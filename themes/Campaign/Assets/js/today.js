/** Tells, as soon as a choice is made, whether it is right, in words; without script the answer waits behind its fold. */
export function answerToday() {
  const form = document.querySelector("[data-today]");
  if (!form) return;
  const verdict = form.querySelector("[data-verdict]");
  const fold = form.querySelector("details.answer");
  const right = fold.querySelector("[data-letters]").dataset.letters;
  const choices = [...form.querySelectorAll(".choices input")];
  form.addEventListener("change", ({ target }) => {
    const chosen = choices.indexOf(target);
    if (chosen < 0) return;
    const isRight = String(chosen) === right;
    verdict.textContent = isRight ? `答对了，就选${target.value}。` : `答错了，应该选${choices[right].value}。`;
    verdict.classList.toggle("is-right", isRight);
    verdict.classList.toggle("is-wrong", !isRight);
    fold.open = true;
  });
}
