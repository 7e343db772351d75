import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who may use the loopback host: only the browser that was given its address, and only from the host's own pages. */
export class Access {
  readonly token = randomBytes(32).toString('base64url')
  readonly authority: string
  readonly #cookieName: string

  /** Cookies are not kept apart by port, so the cookie's name carries it. */
  constructor(port: number) {
    this.authority = `127.0.0.1:${port}`
    this.#cookieName = `quanheng_${port}`
  }

  get address(): string {
    return `http://${this.authority}/?token=${this.token}`
  }

  get cookie(): string {
    return `${this.#cookieName}=${this.token}; HttpOnly; SameSite=Strict; Path=/`
  }

  isToken(given: string): boolean {
    const [a, b] = [Buffer.from(given), Buffer.from(this.token)]
    return a.length === b.length && timingSafeEqual(a, b)
  }

  hasSession(request: IncomingMessage): boolean {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
    return pairs.some(([name, value]) => name === this.#cookieName && this.isToken(value ?? ''))
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
