import type { Component } from 'vue'
import type { TableName } from '../../src-main/model/paper.ts'

/** Parts of the navigation, by what a person does; pages stand in them in the order of the modules. */
export const SECTIONS = ['top', 'data', 'classes', 'whatIf', 'governance', 'spending', 'papers', 'settings'] as const
export type Section = (typeof SECTIONS)[number]

type Loaded = () => Promise<{ default: Component }>

/** What a module shows: pages by their name in the address, and print views by their paper. Each is fetched when it is opened. */
export interface Shown {
  pages: Readonly<Record<string, { section: Section; view: Loaded }>>
  prints: Readonly<Partial<Record<TableName, Loaded>>>
}
