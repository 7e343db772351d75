import type { Plugin } from 'vite'

export declare const BUNDLED: string
export declare function tellsWhatIsBundled(): Plugin
export declare function recordIn(folder: string): string
