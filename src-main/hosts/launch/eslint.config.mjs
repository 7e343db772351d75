import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import { root } from './folders.mjs'

/** Abbreviations that the house does without; a name is a word. */
const ABBREVIATIONS = ['cfg', 'idx', 'amt', 'ctx', 'res', 'req', 'tmp', 'cb', 'fn', 'arr', 'obj', 'str', 'num', 'btn', 'msg']

/** Files that are linted with what TypeScript knows of them. */
const TYPED = ['src-main/**/*.ts', 'resources/**/*.ts', 'tests/**/*.ts', 'src-renderer/**/*.ts']

export default tseslint.config(
  { ignores: ['.*/**', 'out/**', 'dist/**', 'node_modules/**', 'test-results/**'] },
  tseslint.configs.recommended,
  // What is asked of components and of what they use is asked of nobody else.
  vue.configs['flat/essential'].map((each) => ({ files: ['src-renderer/**/*.{ts,vue}'], ...each })),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 400],
      'id-denylist': ['error', ...ABBREVIATIONS],
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Asking for types in a component builds all of them anew, for each component. Without a default the compiler misses a forgotten kind.
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      // It takes an exhaustive switch for one that may end without a value.
      'vue/return-in-computed-property': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SwitchCase[test=null]',
          message: 'In a component a switch has no default, so that a forgotten kind does not compile.',
        },
      ],
    },
  },
  {
    files: TYPED,
    languageOptions: {
      // One program of all three worlds: each by itself would be built and asked anew, which takes twice as long.
      parserOptions: { tsconfigRootDir: root, project: ['src-main/hosts/launch/tsconfig.lint.json'] },
    },
    rules: {
      // A kind that is added must be thought of everywhere: a default does not stand for the members of a closed union.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    // A promise that nobody waits for is an error that nobody sees.
    files: TYPED,
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
)
