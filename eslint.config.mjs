import words from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import typescript from 'typescript-eslint'

const shown = ['title', 'label', 'placeholder', 'alt', 'content', 'description', 'text', 'note', 'hint', 'unit']

// For the templates, which oxlint does not look into: scripts are oxlint's. And for the words of both.
export default [
  { ignores: ['**/*', '!renderer', '!renderer/**', 'renderer/**/*.mjs'] },
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  ...words.configs.base,
  { files: ['renderer/**/*.ts'], languageOptions: { parser: typescript.parser } },
  {
    files: ['renderer/**/*.vue', 'renderer/**/*.ts', 'renderer/words/**/*.json'],
    settings: {
      'vue-i18n': {
        localeDir: { pattern: './renderer/words/*/*.json', localeKey: 'path', localePattern: /words\/(?<locale>[a-z]+)\// },
        messageSyntaxVersion: '^11.0.0',
      },
    },
    rules: {
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-unused-keys': ['error', { src: './renderer', extensions: ['.ts', '.vue'] }],
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          attributes: { '/.+/': [...shown, ...shown.map((name) => `aria-${name}`)] },
          ignorePattern: '^[^\\p{L}]*$',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // How lines break is not for a rule to say.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // Labels name their field by `for`, or hold it: one of the two.
      'vuejs-accessibility/label-has-for': [
        'error',
        {
          required: { some: ['nesting', 'id'] },
          controlComponents: ['ElInput', 'ElInputNumber', 'ElSwitch', 'ChoiceField'],
        },
      ],
      'vuejs-accessibility/form-control-has-label': 'off',
    },
  },
]
