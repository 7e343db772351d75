export const words = { all: '以下各项全部符合', any: '以下任一项符合', not: '以下不成立' }
