/** The launcher's few sentences, in the reader's language: English where LANG says so, Chinese otherwise (as on the command line). */
const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')

/** @returns the sentence in the reader's language */
export const words = (zh, en) => (english ? en : zh)

/** Says something to the person at the terminal. Standard output belongs to the task itself, so this goes to standard error. */
export const say = (zh, en) => process.stderr.write(`${words(zh, en)}\n`)
