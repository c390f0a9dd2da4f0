"""Word files (Office Open XML, ISO/IEC 29500): opened safely, with numbers and looks resolved."""
