import Tensorflow  // error: no such module 'Tensorflow'
