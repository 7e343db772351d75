/** Fonts and greys that every chart shares, so that they look like one hand's work. */
export const CHART_FONT = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', 'Segoe UI', sans-serif"
export const INK = '#1b2330'
export const INK_SOFT = '#525d6b'
export const LINE = '#d4dae2'
/** Gains and losses differ in hue, in lightness and in direction, so that grey paper still tells them apart. */
export const GAIN = '#1f4f8f'
export const LOSS = '#c98a3a'
