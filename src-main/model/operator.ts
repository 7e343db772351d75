/** Stands in the change log for whoever chose to give no name. Where there is no name at all, nobody was asked: the program did it. */
export const UNSIGNED = '未署名'
