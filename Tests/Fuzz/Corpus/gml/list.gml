graph [ node [ id 1 tag "a\" tag "b" ] ]
