/* The data pack, as bytes in the read-only segment (8 MB as a C array took 18 s to compile). */
    .section .rodata
    .global lede_data_begin
    .global lede_data_end
    .balign 16
lede_data_begin:
    .incbin LEDE_DATA_PACK
lede_data_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
