const read = async (path) => {
  const answer = await fetch('/api/v3/' + path, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error('The server answered ' + answer.status + ' to /api/v3/' + path + '.');
  }
  return answer.json();
};

const link = (path) => {
  const anchor = document.createElement('a');
  anchor.href = '/api/v3' + path;
  anchor.textContent = path.slice(1, -1);
  const item = document.createElement('li');
  item.append(anchor);
  return item;
};

const show = async () => {
  const [api, me] = await Promise.all([read('schema/'), read('core/users/me/')]);
  document.getElementById('user').textContent = me.user.username;
  const lists = Object.keys(api.paths).filter((path) => api.paths[path].get && !path.includes('{'));
  document.getElementById('collections').replaceChildren(...lists.sort().map(link));
};

show().catch((problem) => {
  document.getElementById('problem').textContent = problem.message;
});
