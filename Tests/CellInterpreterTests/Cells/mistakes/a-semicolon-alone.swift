;  // error: standalone ';' statements are not allowed
