const HAN = /\p{Script=Han}/u
const SIZE = 32

/** One character as the sheet's fonts draw it, as bytes of a picture. */
function drawn(character: string, font: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.font = font
  pen.textBaseline = 'top'
  pen.fillText(character, 0, 0)
  return pen.getImageData(0, 0, SIZE, SIZE).data.toString()
}

/**
 * Whether a sheet can be read. Where no installed font has Chinese characters all of them are drawn as the same box, and a browser tells
 * nobody; so two characters that look nothing alike are compared.
 * @returns false where the sheet has Chinese characters and they would all be boxes
 */
export function isReadable(sheet: HTMLElement): boolean {
  if (!HAN.test(sheet.textContent)) return true
  const font = `${SIZE - 8}px ${getComputedStyle(sheet).fontFamily}`
  return drawn('一', font) !== drawn('龙', font)
}
