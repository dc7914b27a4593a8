import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** The administration pages are built apart from those that everybody loads, so that they share no code and none grows with the other. */
const ADMIN = 'admin'

// The pages are served under a policy without inline script or style (see README.md), so nothing may be inlined.
export default defineConfig(({ mode }) => ({
  base: '/static/dist/ui/',
  publicDir: false,
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: 'target/classes/web',
    emptyOutDir: mode !== ADMIN,
    assetsInlineLimit: 0,
    manifest: `${mode === ADMIN ? ADMIN : 'pages'}.manifest.json`,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2022',
    rollupOptions: { input: mode === ADMIN ? ['admin.html'] : ['flow.html', 'user.html'] },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'https://id.example.test/if/flow/sign-in/?next=%2Fapp' } },
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
}))
