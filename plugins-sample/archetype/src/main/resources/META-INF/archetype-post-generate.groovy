// Keeps the sources of the kind that was asked for.
def others = [stage: ~/Domain.*\.java/, policy: ~/Word.*\.java/]
def kind = request.properties['kind']
if (!others.containsKey(kind)) {
    throw new IllegalArgumentException("-Dkind=${kind} is none of ${others.keySet()}")
}
new File(request.outputDirectory, "${request.artifactId}/src").eachFileRecurse(groovy.io.FileType.FILES) { file ->
    if (file.name ==~ others[kind] && !file.delete()) {
        throw new IOException("${file} cannot be deleted")
    }
}
