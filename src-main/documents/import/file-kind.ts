/** What a file is by its first bytes; its name may say anything. */
export type FileKind =
  'zip' | 'compound' | 'text' | 'empty' | 'pdf' | 'picture' | 'rtf' | 'html' | 'xml' | 'archive' | 'database' | 'binary'

const SIGNATURES: [FileKind, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['database', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
]

/**
 * Decides what a file is by its first bytes.
 * @returns 'zip' (.xlsx or another package), 'compound' (.xls, an encrypted .xlsx, .doc), 'text' (may be .csv), or what it is instead.
 */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  for (const [kind, signature] of SIGNATURES) {
    if (kind === 'picture' && signature.length === 2 && !isBitmap(bytes)) continue
    if (signature.every((byte, at) => bytes[at] === byte)) return kind
  }
  const start = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 512))
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase()
  // A web page with its pictures in one file begins with its head.
  if (/^(mime-version:|<!doctype html|<html|<head|<body|<table|<meta|<div)/.test(start)) return 'html'
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'xml'
  if (isUtf16(bytes)) return 'text'
  return bytes.includes(0) ? 'binary' : 'text'
}

/** A text may begin with 'BM' too: only a bitmap names its own length and has zeros behind it. */
const isBitmap = (bytes: Uint8Array): boolean => bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0

/** @returns whether the text begins with a mark of UTF-16, as in a spreadsheet's "Unicode text". */
export const isUtf16 = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
