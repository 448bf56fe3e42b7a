package sandbox

const execveat = 281

var old []int
