/** Quantile by linear interpolation (type 7 of Hyndman and Fan, 1996), of values in rising order. */
export function quantile(rising: ArrayLike<number>, part: number): number {
  const position = (rising.length - 1) * part
  const below = Math.floor(position)
  const [low, high] = [rising[below]!, rising[Math.ceil(position)]!]
  return low + (high - low) * (position - below)
}
