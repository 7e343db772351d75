import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import type { MessageKey } from './locales/messages.ts'
import { PAGES, PRINTS, type ModulePage } from './modules/index.ts'
import { SECTIONS, type Section } from './modules/shown.ts'

export type PageName = ModulePage | 'help'

const HELP = { section: 'settings', view: () => import('./shell/help/HelpPage.vue') } as const
/** The pages of the modules in their order; help stands last. */
const pages = Object.entries({ ...PAGES, help: HELP }) as Array<[PageName, { section: Section; view: () => Promise<unknown> }]>

/** A page without a name in the texts of its module does not compile. */
export const titleOf = (page: PageName): MessageKey => `pages.${page}`

/** Which pages stand in which part of the navigation. */
export const NAVIGATION: ReadonlyArray<{ section: Section; pages: PageName[] }> = SECTIONS.map((section) => ({
  section,
  pages: pages.filter(([, page]) => page.section === section).map(([name]) => name),
}))

/** Hash addresses, so that the same build works behind the loopback host and in the window's own scheme. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: 'overview' } },
    ...pages.map(([name, { view }]): RouteRecordRaw => ({ path: `/${name}`, name, component: view as never })),
    ...Object.entries(PRINTS).map(([name, view]): RouteRecordRaw => ({
      path: `/print/${name}`,
      name: `print-${name}`,
      component: view,
      meta: { bare: true },
    })),
    { path: '/:rest(.*)*', redirect: { name: 'overview' } },
  ],
})
