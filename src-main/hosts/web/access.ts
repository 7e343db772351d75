import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A secret that nobody guesses. */
const secret = (): string => randomBytes(32).toString('base64url')
const isSame = (given: string, own: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(own)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** So many wrong tokens are a slip; each further one is answered twice as late as the one before. */
const SLIPS = 5
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 8000

/** Who may use the loopback host: only the browser that was given its address, and only from the host's own pages. */
export class Access {
  /** Opens as many sessions as wanted; it is only told to whoever started the host. */
  readonly token = secret()
  readonly authority: string
  readonly #cookieName: string
  readonly #sessions = new Set<string>()
  /** Codes that open one session each, and which they have opened. */
  readonly #codes = new Map<string, string | null>()
  #wrong = 0

  /** Cookies are not kept apart by port, so the cookie's name carries it. */
  constructor(port: number) {
    this.authority = `127.0.0.1:${port}`
    this.#cookieName = `quanheng_${port}`
  }

  get address(): string {
    return `http://${this.authority}/?token=${this.token}`
  }

  /** An address for once, for where others on this computer can read it, such as the command line of a browser. */
  addressOnce(): string {
    const code = secret()
    this.#codes.set(code, null)
    return `http://${this.authority}/?token=${code}`
  }

  /** @param code the code for once that opens it @returns the cookie of a new session */
  open(code?: string): string {
    const session = secret()
    this.#sessions.add(session)
    if (code !== undefined) this.#codes.set(code, session)
    return `${this.#cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
  }

  /**
   * Takes what an address has as its token. A code that comes for a second time was read by somebody else: the session that it has opened
   * ends, whosever it is.
   * @returns the cookie of a new session; null where it opens none
   */
  enter(given: string): string | null {
    if (isSame(given, this.token)) return this.open()
    const code = [...this.#codes.keys()].find((each) => isSame(given, each))
    if (code === undefined) {
      this.#wrong += 1
      return null
    }
    const opened = this.#codes.get(code)!
    if (opened === null) return this.open(code)
    this.#sessions.delete(opened)
    return null
  }

  /** How long whoever has just given a wrong token waits for the answer, in milliseconds. */
  get wait(): number {
    return this.#wrong <= SLIPS ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#wrong - SLIPS - 1))
  }

  hasSession(request: IncomingMessage): boolean {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
    return pairs.some(([name, value = '']) => name === this.#cookieName && [...this.#sessions].some((each) => isSame(value, each)))
  }

  /** A foreign name that leads to this machine (DNS rebinding) shows in the Host header. */
  isOwnHost(request: IncomingMessage): boolean {
    return request.headers.host === this.authority
  }

  /** @returns false for what another site's page sends; a request without an Origin is one that was not sent by a script. */
  isOwnOrigin(request: IncomingMessage): boolean {
    return request.headers.origin === undefined || request.headers.origin === `http://${this.authority}`
  }

  /** @returns whether a script of our own pages sent it: browsers always say so for POST. */
  isOwnScript(request: IncomingMessage): boolean {
    const site = request.headers['sec-fetch-site']
    return request.headers.origin === `http://${this.authority}` && (site === undefined || site === 'same-origin')
  }
}
