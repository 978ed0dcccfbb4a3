/** Waits for this, so many milliseconds at most; it goes on by itself after. Nothing is left waiting when it was in time. */
export async function inTime(work: Promise<unknown>, milliseconds: number): Promise<void> {
  await raced<unknown, undefined>(work, milliseconds, (resolve) => resolve(undefined));
}

/** The same, with its answer; rejects when it does not come in that time. */
export function answerInTime<Answer>(work: Promise<Answer>, milliseconds: number): Promise<Answer> {
  return raced<Answer, never>(work, milliseconds, (_, reject) =>
    reject(new Error(`no answer within ${milliseconds} ms`)),
  );
}

async function raced<Answer, Enough>(
  work: Promise<Answer>,
  milliseconds: number,
  settle: (resolve: (enough: Enough) => void, reject: (error: Error) => void) => void,
): Promise<Answer | Enough> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const enough = new Promise<Enough>((resolve, reject) => {
    timer = setTimeout(() => settle(resolve, reject), milliseconds);
  });
  try {
    return await Promise.race([work, enough]);
  } finally {
    clearTimeout(timer);
  }
}
