import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import typescript from 'typescript-eslint'

// For the templates, which oxlint does not look into: scripts are oxlint's.
export default [
  { ignores: ['**/*', '!renderer', '!renderer/**', 'renderer/**/*.ts', 'renderer/**/*.mjs'] },
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
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
