import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['target/', 'node_modules/', 'src/admin/api/schema.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-undef': 'off', // the type check knows better
      'vue/multi-word-component-names': 'off', // our names are never tags in a template by themselves
      'vue/require-default-prop': 'off', // an optional prop may be absent
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vuejs-accessibility/label-has-for': 'off', // superseded by the next; it misses labels given by a slot
      'vuejs-accessibility/form-control-has-label': 'off', // labels come from FieldFrame; axe checks the result
      'vuejs-accessibility/no-static-element-interactions': 'error',
    },
  },
  {
    files: ['src/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
)
