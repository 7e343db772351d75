import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { handOver, type DispatchContext } from '../../desk/dispatch.ts'
import type { KeepFile } from '../../desk/kept-files.ts'
import type { Service } from '../../desk/service.ts'
import { answerText } from '../../desk/wire.ts'
import { problem, type ProblemCode } from '../../model/problem.ts'
import type { Reply } from '../../contract/reply.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { SECURITY_HEADERS } from '../../shared/content-policy.ts'
import { incident } from '../../shared/incident.ts'
import { readStaticFile } from '../../shared/static-files.ts'
import { Access } from './access.ts'
import { readText } from './body.ts'
import { statusOfProblems } from './status.ts'

export interface WebServerOptions {
  service: Partial<Service>
  keepFile: KeepFile
  context: DispatchContext
  /** Folder of the built pages. */
  pages: string
  /** 0 takes any free port; a list is tried in order. */
  ports: readonly number[]
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>
}
export interface WebServer {
  address: string
  authority: string
  token: string
  /** @returns an address that opens one session, for where others on this computer can read it */
  addressOnce(): string
  /** A session of the host's own: that of a page which it prints. */
  cookie: string
  close(): Promise<void>
}

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}

const sendReply = (response: ServerResponse, reply: Reply<unknown>): void => {
  const status = reply.ok ? 200 : statusOfProblems(reply.problems)
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(reply))
}

const refuse = (response: ServerResponse, code: ProblemCode, params = {}): void =>
  sendReply(response, { ok: false, problems: [problem(code, params)] })

type Answer = (request: IncomingMessage) => Promise<Reply<unknown>>

/** What a script of our own pages may send, and of which type: an operation as JSON, or a file as it is. */
const scriptPaths = ({ service, keepFile, context }: WebServerOptions): Readonly<Record<string, { type: string; answer: Answer }>> => ({
  '/api': { type: 'application/json', answer: async (request) => answerText(service, await readText(request), context) },
  '/files': { type: 'application/octet-stream', answer: (request) => handOver(keepFile, request) },
})

async function answerScript(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  { type, answer }: { type: string; answer: Answer },
): Promise<void> {
  const isAsAgreed = (request.headers['content-type'] ?? '').startsWith(type)
  if (request.method !== 'POST' || !isAsAgreed || !access.hasSession(request) || !access.isOwnScript(request)) {
    request.resume()
    return refuse(response, 'request.notAllowed')
  }
  try {
    sendReply(response, await answer(request))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    sendReply(response, { ok: false, problems: error.problems })
  }
}

const REFUSED = `这个地址不对，或者已经用过。请重新启动程序。
This address is wrong, or was used before. Please start the program again.`

async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  access: Access,
  { pages, wait = setTimeout }: WebServerOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'method')
  const token = url.searchParams.get('token')
  if (url.pathname === '/' && token !== null) {
    const cookie = access.enter(token)
    if (cookie === null) {
      await wait(access.wait)
      return sendText(response, 403, REFUSED)
    }
    // The token leaves the address bar and the history at once; the cookie takes its place.
    response.writeHead(303, { 'Set-Cookie': cookie, Location: '/' }).end()
    return
  }
  if (!access.hasSession(request)) return sendText(response, 401, '请使用启动时显示的地址。 Use the address that was shown at the start.')
  const file = await readStaticFile(pages, url.pathname)
  if (file === null) return sendText(response, 404, 'not found')
  response
    .writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.byteLength })
    .end(request.method === 'HEAD' ? undefined : file.bytes)
}

async function answer(request: IncomingMessage, response: ServerResponse, access: Access, options: WebServerOptions): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (!access.isOwnHost(request)) return sendText(response, 421, 'host')
  if (!access.isOwnOrigin(request)) return sendText(response, 403, 'origin')
  // Joined as text: a path that begins with // would otherwise be read as the name of another host.
  const address = `http://${access.authority}${request.url ?? '/'}`
  if (!URL.canParse(address)) return sendText(response, 400, 'address')
  const url = new URL(address)
  const forScripts = scriptPaths(options)
  if (Object.hasOwn(forScripts, url.pathname)) return answerScript(request, response, access, forScripts[url.pathname]!)
  return answerPage(request, response, url, access, options)
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })

/** @throws host.portTaken when none of the ports is free */
async function listenOnFirstFree(server: Server, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    try {
      return await listen(server, port)
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw appError('host.portTaken', { port: ports.join(', ') })
}

/** How long a connection may lie idle. */
const IDLE_CONNECTION_MS = 10 * 60_000

/**
 * Serves pages and operations on 127.0.0.1 only. Nothing is answered without the session that the one address with the token opens.
 * @returns the address to open, and close(), which ends all connections
 * @throws AppError host.portTaken
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { logger } = options.context
  // A busy page may use a connection again after a long rest; Node closes one after five seconds, maybe while a request is on its way.
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS })
  await listenOnFirstFree(server, options.ports)
  const access = new Access((server.address() as AddressInfo).port)
  server.on('request', (request, response) => {
    answer(request, response, access, options).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return logger.info(`the browser went away: ${String(error)}`)
      const found = incident(error, `${request.method} ${(request.url ?? '').split('?')[0]}`, (text) => logger.error(text))
      if (response.headersSent) response.destroy()
      else sendReply(response, { ok: false, problems: [found] })
    })
  })
  return {
    address: access.address,
    authority: access.authority,
    token: access.token,
    addressOnce: () => access.addressOnce(),
    cookie: access.open(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
