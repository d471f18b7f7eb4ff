/** Counts a contest's time down. @param {{left: number, show(left: number): void, say(words: string): void, over(): void}} clock left: seconds */
export function startClock({ left, show, say, over }) {
  const end = Date.now() + left * 1000;
  let before = left + 1;
  const timer = setInterval(tick, 500);
  tick();
  return { stop: () => clearInterval(timer), left: rest };

  function rest() {
    return Math.max(0, Math.ceil((end - Date.now()) / 1000));
  }

  function tick() {
    const now = rest();
    if (now === before) return;
    for (const minutes of [5, 1]) {
      if (before > minutes * 60 && now <= minutes * 60 && left > minutes * 60) say(`还有${minutes}分钟`);
    }

    before = now;
    show(now);
    if (now === 0) {
      clearInterval(timer);
      over();
    }
  }
}

/** @returns {string} 3:05 */
export function clockText(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
