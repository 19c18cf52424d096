// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title TestDollar
/// @notice A stand-in for a stable token on local chains: 6 decimals, anybody mints, worth nothing. Never deploy it where money is real.
contract TestDollar is ERC20, ERC20Permit {
    constructor() ERC20("Test dollar (no value)", "tUSD") ERC20Permit("Test dollar (no value)") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
