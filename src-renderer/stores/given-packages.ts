import { shallowRef } from 'vue'

/** Packages that were opened with the program, until the page of the roll-up has taken them. */
export const givenPackages = shallowRef<readonly File[]>([])
