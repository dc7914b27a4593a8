import { createRouter, createWebHashHistory, type RouteLocationRaw, type RouterHistory } from 'vue-router'

/** The pages. What is behind an address is loaded when it is opened. */
export function routes() {
  return [
    { path: '/', name: 'start', component: () => import('./Start.vue') },
    { path: '/plugins', name: 'plugins', component: () => import('./plugins/PluginsPage.vue') },
    { path: '/plugins/:id', name: 'plugin', component: () => import('./plugins/PluginPage.vue'), props: true },
    { path: '/add/:group/:name', name: 'add', component: () => import('./object/AddPage.vue'), props: true },
    { path: '/:group/:name', name: 'list', component: () => import('./list/ListPage.vue'), props: true },
    { path: '/:group/:name/:objectKey', name: 'object', component: () => import('./object/ObjectPage.vue'), props: true },
    { path: '/:nothing(.*)*', name: 'lost', component: () => import('./Lost.vue') },
  ]
}

export function makeRouter(history: RouterHistory = createWebHashHistory()) {
  return createRouter({ history, routes: routes() })
}

export function toList(path: string): RouteLocationRaw {
  const [group, name] = path.split('/')
  return name === undefined ? { name: 'plugins' } : { name: 'list', params: { group, name } }
}

export function toAdd(path: string): RouteLocationRaw {
  const [group, name] = path.split('/')
  return { name: 'add', params: { group, name } }
}

export function toObject(path: string, key: unknown): RouteLocationRaw {
  const [group, name] = path.split('/')
  return { name: 'object', params: { group, name, objectKey: String(key) } }
}
