import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * A network of its own, with a way out of which nothing comes back: every packet that leaves, names that are asked for included, is counted
 * at its only door. Without IPv6, of which the kernel itself sends.
 */
const SETUP = `
set -e
ip link set lo up
for each in all default; do [ ! -e /proc/sys/net/ipv6/conf/$each/disable_ipv6 ] || echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
ip link add door type veth peer name wall
ip link set door arp off
ip link set wall up
ip link set door up
ip addr add 10.9.9.1/24 dev door
ip route add default via 10.9.9.2 dev door
mount --bind "$RESOLVER" /etc/resolv.conf
set +e
"$@"
status=$?
echo "left: $(awk '/door:/ { print $11 }' /proc/net/dev) without a way: $(awk '/^Ip: [0-9]/ { print $13 }' /proc/net/snmp)"
exit $status
`
const given = (command: readonly string[]): string[] => ['-rnm', 'sh', '-c', SETUP, 'namespace', ...command]

/** Lets programs run where everything that leaves is counted. @param folder for a file of its own */
export class Namespace {
  readonly #env: NodeJS.ProcessEnv
  constructor(folder: string) {
    const resolver = join(folder, 'resolv.conf')
    writeFileSync(resolver, 'nameserver 10.9.9.3\noptions timeout:1 attempts:1\n')
    this.#env = { ...process.env, RESOLVER: resolver }
  }

  /** @returns why there can be no such network here; null where there can */
  whyNot(): string | null {
    if (process.platform !== 'linux') return 'network namespaces are Linux only'
    const { status, stderr, error } = spawnSync('unshare', given(['true']), { env: this.#env, encoding: 'utf8' })
    return status === 0 ? null : `no network namespace here: ${error?.message ?? stderr.trim()}`
  }

  /** @returns packets that left, or would have, and how the program ended */
  async run(command: readonly string[], env: Record<string, string> = {}): Promise<{ left: number; status: number; said: string }> {
    const child = spawn('unshare', given(command), { env: { ...this.#env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = once(child, 'exit') as Promise<[number]>
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [status] = await ended
    const counted = /left: (\d+) without a way: (\d+)/.exec(said)
    if (counted === null) throw new Error(`nothing was counted: ${said}${complained}`)
    return { left: Number(counted[1]) + Number(counted[2]), status, said: said + complained }
  }
}
