import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ProblemCode } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'

/**
 * Types of file systems in which a plan is not worked on. Its last changes are found through memory that programs share, and only those of
 * one computer can (https://www.sqlite.org/wal.html, 2.2). The locks, which would keep the others out, ...
 */
const REMOTE_TYPES: ReadonlySet<string> = new Set([
  // ... are kept by a server, which forgets them when it or the net falters, or does not have them at all (nolock, NFS 2 and 3 without lockd);
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'fuse.smbnetfs', 'ncpfs', 'ncp'],
  // ... hold among the programs of one computer only;
  ...['afs', 'coda', 'fuse.sshfs', 'fuse.gvfsd-fuse', 'fuse.curlftpfs', 'fuse.rclone', 'fuse.s3fs', 'davfs', 'davfs2', 'fuse.davfs2'],
  // ... are not seen on the other side of a computer within a computer;
  ...['9p', 'virtiofs', 'vboxsf', 'prl_fs', 'fuse.vmhgfs-fuse'],
  // ... or do hold, on a disk that many computers share, where the memory still does not.
  ...['ceph', 'fuse.ceph', 'fuse.glusterfs', 'lustre', 'gpfs', 'gfs2', 'ocfs2', 'beegfs', 'orangefs'],
])

/** A list of mounts as Linux writes it, https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html; another may be named in its place. */
const MOUNTS = '/proc/self/mountinfo'
const mountsFile = (): string => process.env['QUANHENG_MOUNTS'] ?? MOUNTS

const MOUNT_POINT = 4
/** The fields after the mark, of which there may be any number before it. */
const MARK = ' - '
/** Spaces, tabs, line ends and backslashes are written as three octal digits. */
const unescaped = (text: string): string => text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)))

const isWithin = (path: string, mountPoint: string): boolean =>
  mountPoint === '/' || path === mountPoint || path.startsWith(`${mountPoint}/`)

/**
 * @param mounts the list of mounts
 * @param path absolute, without links
 * @returns the type of the file system in which the path is: of the longest mount point above it, and of several there of the last, which
 *   hides the others; null where the list names none
 */
export function fileSystemOf(mounts: string, path: string): string | null {
  let found: { length: number; type: string } | null = null
  for (const line of mounts.split('\n')) {
    const [before, after] = line.split(MARK)
    const mountPoint = before?.split(' ')[MOUNT_POINT]
    const type = after?.split(' ')[0]
    if (mountPoint === undefined || !type) continue
    const at = unescaped(mountPoint)
    if (isWithin(path, at) && (found === null || at.length >= found.length)) found = { length: at.length, type }
  }
  return found?.type ?? null
}

/** Windows names what is behind a letter of a network drive by its server, too. */
export const isUnc = (realPath: string): boolean => /^\\\\(?![?.]\\)/.test(realPath) || /^\\\\\?\\UNC\\/i.test(realPath)

/** @returns the path without links, as far as it is there */
function realPathOf(path: string): string | null {
  const present = existsSync(path) ? path : dirname(path)
  return existsSync(present) ? realpathSync.native(present) : null
}

/**
 * Whether a file lies where two computers could write at once. On macOS nobody can say so cheaply, and a folder that a program of its own
 * keeps the same on several computers looks like any other: neither is recognised.
 * @param file path of a file, which need not be there yet
 */
export function isRemote(file: string): boolean {
  const path = realPathOf(file)
  if (path === null) return false
  if (process.platform === 'win32') return isUnc(path)
  if (!existsSync(mountsFile())) return false
  const type = fileSystemOf(readFileSync(mountsFile(), 'utf8'), path)
  return type !== null && REMOTE_TYPES.has(type)
}

/** @throws AppError of that code where the file lies on another computer, or would */
export function requireLocal(file: string, code: ProblemCode = 'plan.remoteFolder'): void {
  if (isRemote(file)) throw appError(code, { file, folder: dirname(file) }, { file })
}
