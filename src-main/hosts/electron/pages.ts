import { protocol } from 'electron'
import { SECURITY_HEADERS } from '../../shared/content-policy.ts'
import { readStaticFile } from '../../shared/static-files.ts'

const SCHEME = 'app'
const HOST = 'quanheng'

/** Where the window's pages are: an origin of our own, so that the security headers hold, which they don't for file addresses. */
export const PAGES_ORIGIN = `${SCHEME}://${HOST}`

/** Has to be done before the app is ready. */
export const registerPagesScheme = (): void =>
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])

/** Serves the built pages, and nothing outside of their folder. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === HOST && request.method === 'GET' ? await readStaticFile(folder, pathname) : null
    if (file === null) return new Response('not found', { status: 404, headers: SECURITY_HEADERS })
    return new Response(Buffer.from(file.bytes), { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } })
  })
}
